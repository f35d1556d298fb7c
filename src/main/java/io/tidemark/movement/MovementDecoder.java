package io.tidemark.movement;

import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of the topic {@code balance-movements}, as {@code CONTRACTS.md} describes it, straight from its bytes.
 * Every movement of every client passes here, so nothing is made on the way that the movement does not keep.
 *
 * <p>A record with several faults is parked for the first of them in this order: not one JSON object; then the fields
 * as the contract lists them, the currency before the amounts that need it. Whether the currency has a rate and whether
 * the time lies in the future is for those to say who know rates and clock.
 *
 * <p>Safe for use by several threads.
 */
public final class MovementDecoder {

    /**
     * @param key the record's, which must be the client's id in UTF-8
     * @throws Malformed if the record is to be parked
     */
    public Movement decode(byte @Nullable [] key, byte @Nullable [] value) throws Malformed {
        if (value == null) {
            throw new Malformed(MalformedReason.NOT_JSON, "expected a value");
        }
        RecordFields fields = new RecordFields(value);
        MovementId id = new MovementId(fields.id(Field.MOVEMENT_ID));
        AccountId account = new AccountId(fields.id(Field.ACCOUNT_ID));
        ClientId client = new ClientId(fields.id(Field.CLIENT_ID));
        requireClientAsKey(key, fields.string(Field.CLIENT_ID));
        long sequence = fields.sequence();
        long bookedAt = TimeReader.nanos(fields.string(Field.BOOKED_AT));
        Direction direction = fields.direction();
        Currency currency = fields.currency();
        int fractionDigits = currency.getDefaultFractionDigits();
        long amount = fields.decimal(Field.AMOUNT, fractionDigits);
        if (amount <= 0) {
            throw new Malformed(MalformedReason.AMOUNT_NOT_POSITIVE, Field.AMOUNT.path() + " must be above 0");
        }
        long balanceAfter = fields.decimal(Field.BALANCE_AFTER, fractionDigits);
        fields.requireOptionalTypes();
        @Nullable String bank = fields.counterpartyBank();
        @Nullable String transfer = fields.transferId();
        return new Movement(
                id,
                account,
                client,
                sequence,
                bookedAt,
                direction,
                amount,
                currency,
                balanceAfter,
                bank == null ? null : new BankCode(bank),
                transfer == null ? null : new TransferId(transfer));
    }

    private static void requireClientAsKey(byte @Nullable [] key, Span client) throws Malformed {
        if (key == null || !Arrays.equals(key, 0, key.length, client.bytes(), client.from(), client.to())) {
            throw new Malformed(MalformedReason.KEY_NOT_CLIENT, "the key must be the " + Field.CLIENT_ID.path());
        }
    }
}
