package io.tidemark.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON of others, of which nothing is certain. */
public final class ForeignJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ForeignJson() {}

    /** A missing node if it can't be read. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** A string, a number or a truth value as text; null if there is none at the pointer, or no pointer. */
    public static @Nullable String text(JsonNode tree, String pointer) {
        return pointer.isEmpty() ? null : text(tree.at(pointer));
    }

    public static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString() : null;
    }
}
