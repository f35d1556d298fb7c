package io.tidemark.local.replay;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads no more of a line than its {@code clientId}, so that one which is broken further on still has its key. */
final class ClientKey {
    private static final JsonFactory JSON = new JsonFactory();

    private ClientKey() {}

    static byte @Nullable [] of(byte[] line) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? find(parser) : null;
        } catch (JacksonException malformed) {
            // What is wrong with it, the service says when it parks it.
            return null;
        }
    }

    private static byte @Nullable [] find(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var isKey = parser.currentName().equals("clientId");
            var value = parser.nextToken();
            if (isKey) {
                return value == JsonToken.VALUE_STRING ? parser.getString().getBytes(StandardCharsets.UTF_8) : null;
            }
            parser.skipChildren();
        }
        return null;
    }
}
