package io.tidemark.reference;

/** What the bank tells of; each kind is a file of its own. */
public enum Kind {
    CLIENTS,
    MANAGERS,
    BRANCHES,
    ASSIGNMENTS,
    BANKS,
    RATES,
    HOLIDAYS;

    /** @throws Rejection with a sentence about the first field that is wrong */
    public Entry entry(Fields fields) {
        return switch (this) {
            case CLIENTS -> Entry.Client.of(fields);
            case MANAGERS -> Entry.Manager.of(fields);
            case BRANCHES -> Entry.Branch.of(fields);
            case ASSIGNMENTS -> Entry.Assignment.of(fields);
            case BANKS -> Entry.Bank.of(fields);
            case RATES -> Entry.Rate.of(fields);
            case HOLIDAYS -> Entry.Holiday.of(fields);
        };
    }

    /** Whether detection judges by it, so that each change must be kept as an edition. */
    public boolean hasEditions() {
        return this == BANKS || this == RATES;
    }
}
