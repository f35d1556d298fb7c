package io.tidemark.bank;

/** A branch or what stands above it, as the bank names them: 1 to {@value Identities#LONGEST} characters. */
public record BranchId(String value) {
    public BranchId {
        Identities.require(value, "branch id");
    }

    @Override
    public String toString() {
        return value;
    }
}
