package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A movement from a tree, by regular expressions, BigDecimal and java.time. */
record TreeReading(JsonNode record) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern TIME = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-9]{2})(\\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}:[0-9]{2}))");
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    Movement movement(byte[] key) throws Malformed {
        String id = id("movementId");
        String account = id("accountId");
        String client = id("clientId");
        require(Arrays.equals(key, client.getBytes(UTF_8)), MalformedReason.KEY_NOT_CLIENT);
        long sequence = sequence();
        long bookedAt = bookedAt(text(mandatory("bookedAt")));
        String direction = text(mandatory("direction"));
        require(direction.equals("IN") || direction.equals("OUT"), MalformedReason.WRONG_TYPE);
        Currency currency = currency(text(mandatory("currency")));
        long amount = money(mandatory("amount"), currency);
        require(amount > 0, MalformedReason.AMOUNT_NOT_POSITIVE);
        long balanceAfter = money(mandatory("balanceAfter"), currency);
        Optional<String> transfer = optional(record, "transferId");
        Optional<String> bank = bank();
        if (transfer.isPresent()) {
            requireId(transfer.get());
        }
        return new Movement(
                new MovementId(id),
                new AccountId(account),
                new ClientId(client),
                sequence,
                bookedAt,
                Direction.valueOf(direction),
                amount,
                currency,
                balanceAfter,
                bank.map(BankCode::new).orElse(null),
                transfer.map(TransferId::new).orElse(null));
    }

    private Optional<String> bank() throws Malformed {
        optional(record, "assetClass");
        optional(record, "channel");
        JsonNode counterparty = record.path("counterparty");
        boolean absent = counterparty.isMissingNode() || counterparty.isNull();
        require(absent || counterparty.isObject(), MalformedReason.WRONG_TYPE);
        optional(counterparty, "account");
        optional(counterparty, "name");
        Optional<String> bank = optional(counterparty, "bank");
        require(bank.isEmpty() || isStorable(bank.get()), MalformedReason.WRONG_TYPE);
        return bank;
    }

    private long sequence() throws Malformed {
        JsonNode sequence = mandatory("sequence");
        require(sequence.isIntegralNumber(), MalformedReason.WRONG_TYPE);
        BigInteger value = sequence.bigIntegerValue();
        require(value.bitLength() < Long.SIZE, MalformedReason.VALUE_TOO_LARGE);
        require(value.signum() >= 0, MalformedReason.WRONG_TYPE);
        return value.longValueExact();
    }

    private static long bookedAt(String written) throws Malformed {
        Matcher parts = TIME.matcher(written);
        require(parts.matches(), MalformedReason.BAD_TIME);
        int second = Integer.parseInt(parts.group(3));
        require(second <= 60, MalformedReason.BAD_TIME);
        try {
            int offset =
                    parts.group(6) == null ? 0 : LocalTime.parse(parts.group(6)).toSecondOfDay();
            Instant instant = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2))
                    .plusSeconds(second)
                    .plusNanos(nanos(parts.group(4)))
                    .plusSeconds("-".equals(parts.group(5)) ? offset : -offset)
                    .toInstant(ZoneOffset.UTC);
            return BookingTime.toNanos(instant);
        } catch (DateTimeException notInTheCalendar) {
            throw new Malformed(MalformedReason.BAD_TIME, notInTheCalendar.getMessage());
        }
    }

    private static long nanos(String fraction) {
        return fraction == null
                ? 0
                : new BigDecimal("0" + fraction).movePointRight(9).longValue();
    }

    private static Currency currency(String code) throws Malformed {
        require(CURRENCIES.containsKey(code), MalformedReason.UNKNOWN_CURRENCY);
        return CURRENCIES.get(code);
    }

    private static long money(JsonNode node, Currency currency) throws Malformed {
        require(node.isNumber() || node.isString(), MalformedReason.WRONG_TYPE);
        require(node.isNumber() || DECIMAL.matcher(node.stringValue()).matches(), MalformedReason.WRONG_TYPE);
        BigDecimal value = node.isNumber() ? node.decimalValue() : new BigDecimal(node.stringValue());
        int digits = currency.getDefaultFractionDigits();
        require(value.scale() <= digits, MalformedReason.TOO_MANY_FRACTION_DIGITS);
        BigDecimal minor = value.movePointRight(digits);
        require(minor.abs().compareTo(LARGEST) <= 0, MalformedReason.VALUE_TOO_LARGE);
        return minor.longValueExact();
    }

    private String id(String field) throws Malformed {
        String id = text(mandatory(field));
        requireId(id);
        return id;
    }

    private static void requireId(String id) throws Malformed {
        require(!id.isEmpty() && id.length() <= 64 && isStorable(id), MalformedReason.BAD_ID);
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
    }

    private JsonNode mandatory(String field) throws Malformed {
        JsonNode node = record.path(field);
        require(!node.isMissingNode() && !node.isNull(), MalformedReason.MISSING_FIELD);
        return node;
    }

    private static Optional<String> optional(JsonNode object, String field) throws Malformed {
        JsonNode node = object.isObject() ? object.path(field) : MissingNode.getInstance();
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(text(node)).filter(text -> !text.isEmpty());
    }

    private static String text(JsonNode node) throws Malformed {
        require(node.isString(), MalformedReason.WRONG_TYPE);
        return node.stringValue();
    }

    private static void require(boolean right, MalformedReason otherwise) throws Malformed {
        if (!right) {
            throw new Malformed(otherwise, "");
        }
    }
}
