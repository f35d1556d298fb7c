package io.tidemark.respond.http;

import io.tidemark.bank.ManagerId;
import io.tidemark.web.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a request's body; those that nobody asks for are let be. */
final class Fields {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NOTE = 2_000;

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** An empty body is as one without fields. */
    static Fields of(byte[] body) {
        JsonNode read;
        try {
            read = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException unreadable) {
            throw Refusal.badRequest("The body can't be read; send one JSON object.");
        }
        if (!read.isObject()) {
            throw Refusal.badRequest("The body is no JSON object; send one.");
        }
        return new Fields(read);
    }

    @Nullable
    String note() {
        @Nullable String note = text("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.badRequest("The note is longer than " + LONGEST_NOTE + " characters; shorten it.");
        }
        return note;
    }

    @Nullable
    Instant time(String name) {
        @Nullable String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException noTime) {
            throw Refusal.badRequest(name
                    + " is no time; write it with its offset, such as 2026-11-22T16:30:00+08:00, or leave it out.");
        }
    }

    ManagerId manager(String name) {
        try {
            return new ManagerId(required(name));
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest(name + " is no manager: an id has 1 to 64 characters.");
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = required(name);
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findAny()
                .orElseThrow(() -> Refusal.badRequest("There is no such " + name + "; allowed are "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
    }

    private String required(String name) {
        @Nullable String value = text(name);
        if (value == null) {
            throw Refusal.badRequest("The body says no " + name + "; add it.");
        }
        return value;
    }

    /** Blank is as absent. */
    private @Nullable String text(String name) {
        @Nullable JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.badRequest(name + " is no text; write it in quotes.");
        }
        return value.asString().isBlank() ? null : value.asString().strip();
    }
}
