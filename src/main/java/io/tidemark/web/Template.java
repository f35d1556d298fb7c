package io.tidemark.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill, such as {@code {phone}}; what is filled in can't break out of its place. */
public record Template(String text, Escape escape) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** How a value is written so that it stays a value. */
    public enum Escape {
        /** Inside of a JSON string. */
        JSON,
        /** In a query or in a form. */
        FORM;

        private String escaped(String value) {
            if (this == FORM) {
                return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            }
            String quoted = new String(WireJson.bytes(value), StandardCharsets.UTF_8);
            return quoted.substring(1, quoted.length() - 1);
        }
    }

    /** Whether there is a place of this name. */
    public boolean has(String place) {
        return text.contains("{" + place + "}");
    }

    /** @param values by place; what looks like a place and has none stays as it is */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        values.containsKey(place.group(1))
                                ? escape.escaped(values.get(place.group(1)))
                                : place.group()));
    }

    /** Whether it is JSON once it is filled. */
    public boolean isJson(Map<String, String> values) {
        return !ForeignJson.read(filled(values)).isMissingNode();
    }
}
