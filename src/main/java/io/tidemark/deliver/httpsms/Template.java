package io.tidemark.deliver.httpsms;

import io.tidemark.web.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill; what is filled in can't break out of its place. */
record Template(String text, Escape escape) {
    private static final Pattern PLACE = Pattern.compile("\\{(phone|digits|text|id|signature)}");

    /** How a value is written so that it stays a value. */
    enum Escape {
        /** Inside of a JSON string. */
        JSON(Escape::json),
        /** In a query or in a form. */
        FORM(value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));

        private final UnaryOperator<String> how;

        Escape(UnaryOperator<String> how) {
            this.how = how;
        }

        private static String json(String value) {
            String quoted = new String(WireJson.bytes(value), StandardCharsets.UTF_8);
            return quoted.substring(1, quoted.length() - 1);
        }
    }

    boolean has(String place) {
        return text.contains("{" + place + "}");
    }

    /** @param values for every place */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(escape.how.apply(Objects.requireNonNull(values.get(place.group(1))))));
    }
}
