package io.tidemark.feed;

class MemoryHotTailTest extends HotTailContract {
    private final MemoryHotTail tail = new MemoryHotTail();

    @Override
    protected HotTail tail() {
        return tail;
    }

    @Override
    protected void empty() {
        tail.events.clear();
    }
}
