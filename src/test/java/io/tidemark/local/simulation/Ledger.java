package io.tidemark.local.simulation;

import io.tidemark.movement.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Books: the only place where balances change and movements come from, so that they agree. */
final class Ledger {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private long movements;
    private long transfers;

    /** Money from or to somebody else. */
    Booking book(
            Customer customer,
            Account account,
            Direction direction,
            long amount,
            String channel,
            @Nullable Bank otherSide,
            Instant at) {
        customer.move(account, direction, amount, false);
        var counterparty = otherSide == null ? null : otherSide.counterparty();
        return booking(customer, account, direction, amount, channel, counterparty, null, at);
    }

    /** One leg of a transfer between the client's own accounts. */
    Booking bookLeg(
            Customer customer, Account account, Direction direction, long amount, String transferId, Instant at) {
        customer.move(account, direction, amount, true);
        return booking(customer, account, direction, amount, "MOBILE", Bank.TIDE.counterparty(), transferId, at);
    }

    String nextTransferId() {
        return "T-%08d".formatted(++transfers);
    }

    private Booking booking(
            Customer customer,
            Account account,
            Direction direction,
            long amount,
            String channel,
            Booking.@Nullable Counterparty counterparty,
            @Nullable String transferId,
            Instant at) {
        return new Booking(
                "M-%09d".formatted(++movements),
                account.id,
                customer.id,
                account.sequence(),
                TIME.format(at),
                direction,
                Account.decimal(amount),
                account.currency,
                Account.decimal(account.balance()),
                account.assetClass,
                channel,
                counterparty,
                transferId);
    }
}
