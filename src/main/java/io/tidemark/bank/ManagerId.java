package io.tidemark.bank;

/** Somebody of the bank who hears of alerts, as the bank names them: 1 to {@value Identities#LONGEST} characters. */
public record ManagerId(String value) {
    public ManagerId {
        Identities.require(value, "manager id");
    }

    @Override
    public String toString() {
        return value;
    }
}
