package io.tidemark.bank;

/** What every identity must be: {@code CONTRACTS.md} allows 64 characters. */
public final class Identities {
    public static final int LONGEST = 64;

    private Identities() {}

    static void require(String value, String what) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a " + what + " has 1 to " + LONGEST + " characters, not " + value.length());
        }
    }
}
