package io.tidemark.bank;

/** A movement, unique in the bank: 1 to {@value Identities#LONGEST} characters. */
public record MovementId(String value) {
    public MovementId {
        Identities.require(value, "movement id");
    }

    @Override
    public String toString() {
        return value;
    }
}
