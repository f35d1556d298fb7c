package io.tidemark.deliver;

class MemoryBreakersTest extends BreakersContract {
    @Override
    protected Breakers breakers() {
        return new MemoryBreakers(clock);
    }
}
