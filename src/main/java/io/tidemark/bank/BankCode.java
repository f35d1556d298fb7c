package io.tidemark.bank;

/** The code of a bank or payment firm in the clearing system, for example {@code 308584000013}; never empty. */
public record BankCode(String value) {
    public BankCode {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a bank code is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
