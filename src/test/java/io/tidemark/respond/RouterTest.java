package io.tidemark.respond;

class RouterTest extends RouterStories {
    private final MemoryCases cases = new MemoryCases();

    @Override
    protected CaseStore store() {
        return cases;
    }
}
