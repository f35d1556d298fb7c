package io.tidemark.bank;

/** A client, as the bank's ledger names them: 1 to {@value Identities#LONGEST} characters. */
public record ClientId(String value) {
    public ClientId {
        Identities.require(value, "client id");
    }

    @Override
    public String toString() {
        return value;
    }
}
