package io.tidemark.reference.http;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.reference.Forms;
import io.tidemark.reference.Objection;
import io.tidemark.reference.PersonalSettings;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.QuietHours;
import io.tidemark.web.WireJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a person wants to hear of alerts: {@code /api/v1/managers/{id}/quiet-hours} and {@code …/channels}. */
@RestController
@RequestMapping(path = "/api/v1/managers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonalController {
    private static final String QUIET_HOURS = "/quiet-hours";
    private static final String CHANNELS = "/channels";

    private final PersonalSettings settings;
    private final PersonalBody body;

    PersonalController(PersonalSettings settings, PersonalBody body) {
        this.settings = settings;
        this.body = body;
    }

    @GetMapping(QUIET_HOURS)
    Mono<ResponseEntity<byte[]>> quietHours(@PathVariable("id") String id) {
        return answered(settings.quietHours(PersonalBody.manager(id)).map(PersonalController::shown));
    }

    @PutMapping(path = QUIET_HOURS, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> putQuietHours(@PathVariable("id") String id, @RequestBody byte[] json) {
        ManagerId manager = PersonalBody.manager(id);
        QuietHours quiet = body.form(json, Forms::quietHours);
        return answered(settings.keepQuietHours(manager, quiet).thenReturn(shown(Optional.of(quiet))));
    }

    @DeleteMapping(QUIET_HOURS)
    Mono<ResponseEntity<byte[]>> deleteQuietHours(@PathVariable("id") String id) {
        return answered(settings.keepQuietHours(PersonalBody.manager(id), null).thenReturn(shown(Optional.empty())));
    }

    @GetMapping(CHANNELS)
    Mono<ResponseEntity<byte[]>> channels(@PathVariable("id") String id) {
        return answered(settings.channels(PersonalBody.manager(id)).map(PersonalController::shown));
    }

    @PutMapping(path = CHANNELS, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> putChannels(@PathVariable("id") String id, @RequestBody byte[] json) {
        ManagerId manager = PersonalBody.manager(id);
        Map<Severity, List<ChannelChoice>> channels = body.channels(json);
        return answered(settings.keepChannels(manager, channels).thenReturn(shown(channels)));
    }

    private static Hours shown(Optional<QuietHours> quiet) {
        return quiet.map(hours -> new Hours(hours.from().toString(), hours.to().toString()))
                .orElse(new Hours(null, null));
    }

    private static Map<Severity, List<Choice>> shown(Map<Severity, List<ChannelChoice>> channels) {
        return channels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(Choice::of).toList(),
                        (one, other) -> one,
                        () -> new EnumMap<>(Severity.class)));
    }

    private static Mono<ResponseEntity<byte[]>> answered(Mono<?> value) {
        return value.<ResponseEntity<byte[]>>map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(WireJson.bytes(found)))
                .onErrorMap(Objection.class, PersonalBody::refusal);
    }

    /** Both absent for the bank's default. */
    record Hours(@Nullable String from, @Nullable String to) {}

    record Choice(String channel, String headStart) {
        static Choice of(ChannelChoice choice) {
            return new Choice(choice.channel().name(), choice.headStart().toString());
        }
    }
}
