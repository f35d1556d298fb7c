package io.tidemark.bank;

/** Joins the two legs of a transfer between a client's own accounts: 1 to {@value Identities#LONGEST} characters. */
public record TransferId(String value) {
    public TransferId {
        Identities.require(value, "transfer id");
    }

    @Override
    public String toString() {
        return value;
    }
}
