package io.tidemark.deliver;

class MemoryLedgerTest extends LedgerContract {
    private final MemoryLedger ledger = new MemoryLedger(clock);

    @Override
    protected Desk desk() {
        return ledger;
    }
}
