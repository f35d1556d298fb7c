package io.tidemark.bank;

/** An account, as the bank's ledger names it: 1 to {@value Identities#LONGEST} characters. */
public record AccountId(String value) {
    public AccountId {
        Identities.require(value, "account id");
    }

    @Override
    public String toString() {
        return value;
    }
}
