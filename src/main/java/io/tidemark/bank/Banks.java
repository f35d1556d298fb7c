package io.tidemark.bank;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The banks that the bank has told of. Immutable. */
public record Banks(Map<BankCode, Bank> byCode) {
    public static final Banks NONE = new Banks(Map.of());

    public Banks {
        byCode = Map.copyOf(byCode);
    }

    /** Whether money that goes there goes to a competitor: to every bank that is not told to be none. */
    public boolean compete(BankCode code) {
        @Nullable Bank bank = byCode.get(code);
        return bank == null || bank.kind().competes();
    }

    /** The bank's name, or null if nobody has named it. */
    public @Nullable String nameOf(@Nullable BankCode code) {
        @Nullable Bank bank = code == null ? null : byCode.get(code);
        return bank == null ? null : bank.name();
    }

    /** What is told of a bank. */
    public record Bank(String name, Kind kind) {}

    /** What a bank is to the bank. */
    public enum Kind {
        /** One of its own codes. */
        OWN(false),
        COMPETITOR(true),
        /** A third-party payment firm, which competes like any bank. */
        PAYMENT(true),
        /** A clearing or tax account, for example. */
        NOT_COMPETITOR(false);

        private final boolean competes;

        Kind(boolean competes) {
            this.competes = competes;
        }

        boolean competes() {
            return competes;
        }
    }
}
