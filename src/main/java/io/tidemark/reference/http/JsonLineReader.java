package io.tidemark.reference.http;

import io.tidemark.reference.Fields;
import io.tidemark.reference.LineReader;
import io.tidemark.reference.Rejection;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

final class JsonLineReader implements LineReader {
    private static final int LONGEST_NUMBER = 60;

    private final JsonMapper json;

    JsonLineReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Fields read(String line) {
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Rejection("The line is not a JSON object.");
            }
            Fields fields = new Fields(values(parser));
            if (parser.nextToken() != null) {
                throw new Rejection("There is something after the JSON object; write one object per line.");
            }
            return fields;
        } catch (JacksonException malformed) {
            @Nullable TokenStreamLocation at = malformed.getLocation();
            throw new Rejection("The line is not JSON"
                    + (at == null ? "." : "; something is wrong at character " + Math.max(1, at.getColumnNr()) + "."));
        }
    }

    private static Map<String, @Nullable Object> values(JsonParser parser) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (@Nullable String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (values.containsKey(name)) {
                throw new Rejection("A field is there twice: " + shortened(name) + ".");
            }
            values.put(name, value(parser, token));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            default -> {
                parser.skipChildren();
                yield Fields.NESTED;
            }
        };
    }

    /** What nobody could use is not worked out. */
    private static Object number(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? Fields.NESTED : new BigDecimal(text);
        } catch (NumberFormatException exponentTooLarge) {
            return Fields.NESTED;
        }
    }

    private static String shortened(String name) {
        return name.length() > 20 ? name.substring(0, 20) + "…" : name;
    }
}
