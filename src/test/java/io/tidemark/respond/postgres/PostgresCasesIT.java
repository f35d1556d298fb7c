package io.tidemark.respond.postgres;

import io.tidemark.respond.CaseStore;
import io.tidemark.respond.CasesContract;
import java.time.Clock;

class PostgresCasesIT extends CasesContract {
    private static final PostgresCaseStore STORE = new PostgresCaseStore(Clock.systemUTC());

    private final PostgresCaseStore store = STORE.emptied();

    @Override
    protected CaseStore store() {
        return store;
    }
}
