package io.tidemark.deliver.breaker;

import io.tidemark.deliver.Breakers;
import io.tidemark.deliver.BreakersContract;

class CircuitBreakersTest extends BreakersContract {
    private final CircuitBreakers breakers = new CircuitBreakers(new BreakerProperties(10, 5, 50, OPEN, 2), clock);

    @Override
    protected Breakers breakers() {
        return breakers;
    }
}
