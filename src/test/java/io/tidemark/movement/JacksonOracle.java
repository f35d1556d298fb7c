package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads records the slow and obvious way, to hold the decoder against; by RFC 8259 where Jackson knows better. */
final class JacksonOracle {
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonCursor.DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The object, if the bytes are UTF-8 and Jackson can read one from them. */
    Optional<JsonNode> object(byte[] bytes) {
        try {
            // Decoded beforehand: from bytes Jackson would also take UTF-16, surrogates in UTF-8 and a byte order mark.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.startsWith("\uFEFF")) {
                return Optional.empty();
            }
            return Optional.of(mapper.readTree(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JacksonException notJson) {
            return Optional.empty();
        }
    }

    /**
     * The {@link Movement}, or the {@link MalformedReason} why there is none. Nothing if a number is so far out that a
     * BigDecimal can't hold it: it is JSON, but this reader can't tell.
     */
    Optional<Object> read(byte[] key, byte[] value) {
        try {
            Optional<JsonNode> object = object(value);
            return Optional.of(
                    object.isEmpty() ? MalformedReason.NOT_JSON : new TreeReading(object.get()).movement(key));
        } catch (Malformed malformed) {
            return Optional.of(malformed.reason());
        } catch (NumberFormatException tooFarOut) {
            return Optional.empty();
        }
    }
}
