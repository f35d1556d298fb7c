package io.tidemark.feed;

import java.util.List;

class MemoryFeedStoreTest extends FeedStoreContract {
    private final MemoryFeedStore store = new MemoryFeedStore();

    @Override
    protected History history() {
        return store;
    }

    @Override
    protected Positions positions() {
        return store;
    }

    @Override
    protected void record(List<String> documents) {
        documents.forEach(store::record);
    }

    @Override
    protected void forget(int oldest) {
        store.forget(oldest);
    }
}
