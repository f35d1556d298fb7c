package io.tidemark.alert;

import io.tidemark.bank.BankCode;
import io.tidemark.bank.Money;
import io.tidemark.bank.MovementId;
import io.tidemark.movement.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The movement that an alert speaks of.
 *
 * @param amount in the account's currency
 * @param bank the counterparty's, if the ledger named one
 * @param bankName as the bank knows it
 * @param gap the ledger skipped a sequence before this movement; its balance won
 */
public record Evidence(
        MovementId movementId,
        Direction direction,
        Money amount,
        @Nullable BankCode bank,
        @Nullable String bankName,
        boolean gap) {}
