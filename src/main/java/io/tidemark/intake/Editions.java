package io.tidemark.intake;

import io.tidemark.bank.Banks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The banks and rates as they were published, edition by edition. */
public interface Editions {

    /**
     * The editions with numbers above {@code number}, in the order of their numbers. Whoever was told of one was told of
     * all with lower numbers, and an edition never changes: so what the editions up to a number say, they say for ever.
     */
    Mono<List<Edition>> after(long number);

    /** One of them, whole. */
    sealed interface Edition {
        /** Above 0. */
        long number();

        Instant effectiveFrom();

        Instant publishedAt();
    }

    /** All banks. */
    record OfBanks(long number, Banks banks, Instant effectiveFrom, Instant publishedAt) implements Edition {}

    /** All rates: units of the bank's base currency for one unit. */
    record OfRates(long number, Map<Currency, BigDecimal> rates, Instant effectiveFrom, Instant publishedAt)
            implements Edition {
        public OfRates {
            rates = Map.copyOf(rates);
        }
    }
}
