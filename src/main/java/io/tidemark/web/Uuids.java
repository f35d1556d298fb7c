package io.tidemark.web;

import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as they are written out in full. */
public final class Uuids {
    // UUID.fromString alone would take 1-1-1-1-1 as well.
    private static final Pattern WHOLE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** @throws Refusal with the sentence if it is none */
    public static UUID read(String value, String sentence) {
        if (!WHOLE.matcher(value).matches()) {
            throw Refusal.badRequest(sentence);
        }
        return UUID.fromString(value);
    }
}
