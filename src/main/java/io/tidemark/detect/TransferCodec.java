package io.tidemark.detect;

import io.tidemark.assets.Transfer;
import io.tidemark.assets.Transfers;
import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import io.tidemark.movement.Direction;
import io.tidemark.movement.Movement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A client's transfers as bytes and back; an open leg with its whole movement, because an alert may come to speak of it. */
final class TransferCodec {
    private TransferCodec() {}

    static void encode(Transfers transfers, PackedWriter out) {
        out.number(transfers.remembered().size());
        for (Transfer transfer : transfers.remembered()) {
            out.text(transfer.id().value());
            out.number(transfer.latestBookedAtNanos());
            if (transfer instanceof Transfer.Open open) {
                out.flag(true);
                open(open, out);
            } else {
                out.flag(false);
            }
        }
    }

    static Transfers decode(PackedReader in, long readAtMillis) {
        List<Transfer> transfers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            TransferId id = new TransferId(in.text());
            long bookedAt = in.number();
            transfers.add(in.flag() ? open(id, bookedAt, in, readAtMillis) : new Transfer.Settled(id, bookedAt));
        }
        return Transfers.of(transfers);
    }

    private static void open(Transfer.Open open, PackedWriter out) {
        Movement leg = open.leg();
        out.text(leg.id().value());
        out.text(leg.account().value());
        out.text(leg.client().value());
        out.number(leg.sequence());
        out.flag(leg.isOut());
        out.number(leg.amount());
        out.text(leg.currency().getCurrencyCode());
        out.number(leg.balanceAfter());
        out.text(leg.counterpartyBank() == null ? "" : leg.counterpartyBank().value());
        out.number(open.offset());
        out.number(open.amount());
    }

    private static Transfer.Open open(TransferId id, long bookedAt, PackedReader in, long readAtMillis) {
        MovementId movement = new MovementId(in.text());
        AccountId account = new AccountId(in.text());
        ClientId client = new ClientId(in.text());
        long sequence = in.number();
        Direction direction = in.flag() ? Direction.OUT : Direction.IN;
        long amount = in.number();
        Currency currency = Currency.getInstance(in.text());
        long balanceAfter = in.number();
        String bank = in.text();
        Movement leg = new Movement(
                movement,
                account,
                client,
                sequence,
                bookedAt,
                direction,
                amount,
                currency,
                balanceAfter,
                bank.isEmpty() ? null : new BankCode(bank),
                id);
        return new Transfer.Open(leg, in.number(), readAtMillis, in.number());
    }
}
