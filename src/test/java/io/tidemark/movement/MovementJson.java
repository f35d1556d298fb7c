package io.tidemark.movement;

import io.tidemark.bank.Money;

/** A movement as the topic {@code balance-movements} has it. */
public final class MovementJson {
    private MovementJson() {}

    public static String of(Movement movement) {
        StringBuilder json = new StringBuilder(360);
        text(json.append('{'), Field.MOVEMENT_ID, movement.id());
        text(json.append(','), Field.ACCOUNT_ID, movement.account());
        text(json.append(','), Field.CLIENT_ID, movement.client());
        json.append(",\"sequence\":").append(movement.sequence());
        text(json.append(','), Field.BOOKED_AT, BookingTime.toInstant(movement.bookedAtNanos()));
        text(json.append(','), Field.DIRECTION, movement.direction());
        text(json.append(','), Field.AMOUNT, new Money(movement.amount(), movement.currency()).decimal());
        text(json.append(','), Field.CURRENCY, movement.currency());
        text(json.append(','), Field.BALANCE_AFTER, new Money(movement.balanceAfter(), movement.currency()).decimal());
        if (movement.counterpartyBank() != null) {
            json.append(",\"counterparty\":{\"bank\":\"")
                    .append(movement.counterpartyBank())
                    .append("\"}");
        }
        if (movement.transfer() != null) {
            text(json.append(','), Field.TRANSFER_ID, movement.transfer());
        }
        return json.append('}').toString();
    }

    private static void text(StringBuilder json, Field field, Object value) {
        json.append('"').append(field.path()).append("\":\"").append(value).append('"');
    }
}
