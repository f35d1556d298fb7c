package io.tidemark.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says that the rates of the file, if one is named, are published. */
final class RatesFile {
    private RatesFile() {}

    static RatesFile published(@Nullable Path file, ReferenceFile files, PublishedRates published, Instant now) {
        if (file != null) {
            NavigableMap<String, BigDecimal> rates = new TreeMap<>();
            files.lines(file, Line.class, line -> rates.put(code(line), line.rate()));
            published.publish(rates, now);
        }
        return new RatesFile();
    }

    private static String code(Line line) {
        if (line.rate().signum() <= 0) {
            throw new IllegalArgumentException(
                    "the rate of " + line.currency() + " is " + line.rate() + "; it must be positive");
        }
        return Currency.getInstance(line.currency()).getCurrencyCode();
    }

    /** One of its lines. */
    private record Line(String currency, BigDecimal rate) {}
}
