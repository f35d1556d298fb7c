package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.bank.Identities;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The fields of one record, each as the type that the contract gives it. A null is as good as no field. */
final class RecordFields {
    private final byte[] json;
    private final RecordTokens tokens;

    /** @throws Malformed if the record is not one JSON object and nothing else */
    RecordFields(byte[] json) throws Malformed {
        this.json = json;
        this.tokens = RecordTokens.in(json);
    }

    String id(Field field) throws Malformed {
        long token = mandatory(field);
        requireString(field, token);
        String id = text(token);
        requireId(field, token, id);
        return id;
    }

    @Nullable
    String transferId() throws Malformed {
        @Nullable String id = optionalText(Field.TRANSFER_ID);
        if (id != null) {
            requireId(Field.TRANSFER_ID, tokens.of(Field.TRANSFER_ID), id);
        }
        return id;
    }

    @Nullable
    String counterpartyBank() throws Malformed {
        @Nullable String bank = optionalText(Field.COUNTERPARTY_BANK);
        if (bank != null && !isStorable(tokens.of(Field.COUNTERPARTY_BANK), bank)) {
            throw wrongType(Field.COUNTERPARTY_BANK, "characters that can be stored");
        }
        return bank;
    }

    /** The characters of a mandatory string. */
    Span string(Field field) throws Malformed {
        long token = mandatory(field);
        requireString(field, token);
        return span(token);
    }

    long sequence() throws Malformed {
        long token = mandatory(Field.SEQUENCE);
        if (!isNumber(token) || Token.notation(token) != Token.INTEGER) {
            throw wrongType(Field.SEQUENCE, "an integer");
        }
        long sequence = DecimalReader.number(Field.SEQUENCE, span(token), 0);
        if (sequence < 0) {
            throw wrongType(Field.SEQUENCE, "0 or more");
        }
        return sequence;
    }

    Direction direction() throws Malformed {
        Span text = string(Field.DIRECTION);
        if (text.is("OUT")) {
            return Direction.OUT;
        }
        if (text.is("IN")) {
            return Direction.IN;
        }
        throw wrongType(Field.DIRECTION, "IN or OUT");
    }

    Currency currency() throws Malformed {
        @Nullable Currency currency = Currencies.find(string(Field.CURRENCY));
        if (currency == null) {
            throw new Malformed(
                    MalformedReason.UNKNOWN_CURRENCY, Field.CURRENCY.path() + " must be of ISO 4217, with minor units");
        }
        return currency;
    }

    /** In minor units. */
    long decimal(Field field, int fractionDigits) throws Malformed {
        long token = mandatory(field);
        if (isString(token)) {
            return DecimalReader.string(field, span(token), fractionDigits);
        }
        if (isNumber(token)) {
            return DecimalReader.number(field, span(token), fractionDigits);
        }
        throw wrongType(field, "a decimal");
    }

    /** What nobody reads must still be what the contract says. */
    void requireOptionalTypes() throws Malformed {
        requireOptionalString(Field.ASSET_CLASS);
        requireOptionalString(Field.CHANNEL);
        long counterparty = optional(Field.COUNTERPARTY);
        if (counterparty != Token.ABSENT && json[Token.start(counterparty)] != '{') {
            throw wrongType(Field.COUNTERPARTY, "an object");
        }
        requireOptionalString(Field.COUNTERPARTY_BANK);
        requireOptionalString(Field.COUNTERPARTY_ACCOUNT);
        requireOptionalString(Field.COUNTERPARTY_NAME);
        requireOptionalString(Field.TRANSFER_ID);
    }

    private void requireOptionalString(Field field) throws Malformed {
        long token = optional(field);
        if (token != Token.ABSENT) {
            requireString(field, token);
        }
    }

    /** The characters of an optional string, or null if it has none. */
    private @Nullable String optionalText(Field field) throws Malformed {
        long token = optional(field);
        if (token == Token.ABSENT) {
            return null;
        }
        requireString(field, token);
        return Token.end(token) - Token.start(token) == "\"\"".length() ? null : text(token);
    }

    private long optional(Field field) {
        long token = tokens.of(field);
        return token == Token.ABSENT || json[Token.start(token)] == 'n' ? Token.ABSENT : token;
    }

    private long mandatory(Field field) throws Malformed {
        long token = optional(field);
        if (token == Token.ABSENT) {
            throw new Malformed(MalformedReason.MISSING_FIELD, field.path());
        }
        return token;
    }

    private void requireString(Field field, long token) throws Malformed {
        if (!isString(token)) {
            throw wrongType(field, "a string");
        }
    }

    private static void requireId(Field field, long token, String id) throws Malformed {
        if (id.isEmpty() || id.length() > Identities.LONGEST) {
            throw new Malformed(
                    MalformedReason.BAD_ID, field.path() + " must have 1 to " + Identities.LONGEST + " characters");
        }
        if (!isStorable(token, id)) {
            throw new Malformed(MalformedReason.BAD_ID, field.path() + " must have characters that can be stored");
        }
    }

    /**
     * Half a surrogate pair is no character: in UTF-8 two different halves become the same question mark. And databases
     * refuse U+0000, each time again. Only an escape can write either.
     */
    private static boolean isStorable(long token, String text) {
        return Token.notation(token) != Token.ESCAPED
                || text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private boolean isString(long token) {
        return json[Token.start(token)] == '"';
    }

    private boolean isNumber(long token) {
        byte first = json[Token.start(token)];
        return first == '-' || (first >= '0' && first <= '9');
    }

    /** The characters of a string as they are meant, or a number as it is written. */
    private Span span(long token) {
        if (!isString(token)) {
            return new Span(json, Token.start(token), Token.end(token));
        }
        if (Token.notation(token) == Token.ESCAPED) {
            byte[] resolved = text(token).getBytes(UTF_8);
            return new Span(resolved, 0, resolved.length);
        }
        return new Span(json, Token.start(token) + 1, Token.end(token) - 1);
    }

    private String text(long token) {
        int from = Token.start(token) + 1;
        int to = Token.end(token) - 1;
        return switch (Token.notation(token)) {
            case Token.ASCII -> new String(json, from, to - from, ISO_8859_1);
            case Token.UTF_8 -> new String(json, from, to - from, UTF_8);
            default -> JsonEscapes.resolved(json, from, to);
        };
    }

    private static Malformed wrongType(Field field, String expected) {
        return new Malformed(MalformedReason.WRONG_TYPE, field.path() + " must be " + expected);
    }
}
