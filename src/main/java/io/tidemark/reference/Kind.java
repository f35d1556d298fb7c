package io.tidemark.reference;

import java.util.function.Function;

/** What the bank tells of; each kind is a file of its own. */
public enum Kind {
    CLIENTS(Entry.Client::of),
    MANAGERS(Entry.Manager::of),
    BRANCHES(Entry.Branch::of),
    ASSIGNMENTS(Entry.Assignment::of),
    BANKS(Entry.Bank::of),
    RATES(Entry.Rate::of),
    HOLIDAYS(Entry.Holiday::of);

    private final Function<Fields, Entry> entry;

    Kind(Function<Fields, Entry> entry) {
        this.entry = entry;
    }

    /** @throws Rejection with a sentence about the first field that is wrong */
    public Entry entry(Fields fields) {
        return entry.apply(fields);
    }

    /** Whether detection judges by it, so that each change must be kept as an edition. */
    public boolean hasEditions() {
        return this == BANKS || this == RATES;
    }
}
