package io.tidemark.respond;

class MemoryCasesTest extends CasesContract {
    private final MemoryCases cases = new MemoryCases();

    @Override
    protected CaseStore store() {
        return cases;
    }
}
