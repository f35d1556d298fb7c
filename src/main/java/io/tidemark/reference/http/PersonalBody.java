package io.tidemark.reference.http;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.reference.Fields;
import io.tidemark.reference.Objection;
import io.tidemark.reference.Rejection;
import io.tidemark.route.Channel;
import io.tidemark.route.ChannelChoice;
import io.tidemark.web.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people write about themselves, and how it is answered that it can't be. */
@Component
class PersonalBody {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JsonMapper json;

    PersonalBody(JsonMapper json) {
        this.json = json;
    }

    static ManagerId manager(String id) {
        try {
            return new ManagerId(id);
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest("That is no manager's id: it has 1 to 64 characters.");
        }
    }

    <T> T form(byte[] body, Function<Fields, T> form) {
        try {
            return form.apply(new JsonLineReader(json).read(text(body)));
        } catch (Rejection rejection) {
            throw Refusal.badRequest(rejection.sentence());
        }
    }

    Map<Severity, List<ChannelChoice>> channels(byte[] body) {
        try {
            Map<Severity, List<ChannelChoice>> channels = new EnumMap<>(Severity.class);
            JsonNode root = json.readTree(text(body));
            if (!root.isObject()) {
                throw wrongChannels();
            }
            root.properties()
                    .forEach(each -> channels.put(one(Severity.class, each.getKey()), choices(each.getValue())));
            return channels;
        } catch (JacksonException malformed) {
            throw wrongChannels();
        }
    }

    private static List<ChannelChoice> choices(JsonNode node) {
        List<ChannelChoice> choices =
                node.valueStream().map(PersonalBody::choice).toList();
        if (!node.isArray()
                || choices.stream().map(ChannelChoice::channel).distinct().count() < choices.size()) {
            throw wrongChannels();
        }
        return choices;
    }

    private static ChannelChoice choice(JsonNode node) {
        try {
            Duration headStart = Duration.parse(node.path("headStart").asString("PT0S"));
            if (!headStart.isNegative() && headStart.compareTo(LONGEST) <= 0) {
                return new ChannelChoice(one(Channel.class, node.path("channel").asString("")), headStart);
            }
        } catch (DateTimeParseException unreadable) {
            // Said below.
        }
        throw wrongChannels();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow(PersonalBody::wrongChannels);
    }

    private static Refusal wrongChannels() {
        return Refusal.badRequest(
                "Write, for each severity of " + List.of(Severity.values())
                        + " that shall not have the default, which of " + List.of(Channel.values())
                        + " are used, each once, and with what head start of at most a day:"
                        + " {\"HIGH\":[{\"channel\":\"PUSH\",\"headStart\":\"PT0S\"},{\"channel\":\"SMS\",\"headStart\":\"PT1M\"}]}.");
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Refusal.badRequest("The body is not UTF-8.");
        }
    }

    static Refusal refusal(Objection objection) {
        return switch (objection.ground()) {
            case UNKNOWN -> Refusal.notFound(objection.sentence());
            case IMPOSSIBLE -> Refusal.unprocessable(objection.sentence());
            case CONFLICT -> Refusal.conflict(objection.sentence());
        };
    }
}
