package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A gateway's reports in our words. */
final class Reports {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT);

    private Reports() {}

    /** A segment's id as it stands in {@code Accepted} and in receipts: 16 hexadecimal digits. */
    static String part(long id) {
        return HexFormat.of().toHexDigits(id);
    }

    static Receipt receipt(String gateway, Inbound.Report report, Instant receivedAt) {
        State state = state(report.stat());
        return new Receipt(
                gateway,
                part(report.id()),
                state,
                state == State.FAILED ? Reason.UNDELIVERABLE : null,
                Phones.international(report.phone()).orElse(null),
                submittedAt(report.submitTime()),
                receivedAt);
    }

    /** What is none of the protocol's words is an operator's own code, such as {@code MK:0001}: each names a failure. */
    private static State state(String stat) {
        return switch (stat) {
            case "DELIVRD" -> State.DELIVERED;
            case "EXPIRED" -> State.EXPIRED;
            case "ACCEPTD", "UNKNOWN", "" -> State.UNKNOWN;
            default -> State.FAILED;
        };
    }

    /** To the minute, by the gateway's clock; absent if it isn't one. */
    private static @Nullable Instant submittedAt(String time) {
        try {
            return LocalDateTime.parse(time, MINUTE).atZone(Login.CHINA).toInstant();
        } catch (DateTimeException isNone) {
            return null;
        }
    }
}
