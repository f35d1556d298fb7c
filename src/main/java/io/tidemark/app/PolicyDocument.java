package io.tidemark.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.assets.Line;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Money;
import io.tidemark.detect.AbnormalPolicy;
import io.tidemark.detect.LocalDates;
import io.tidemark.detect.OutflowPolicy;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a bank writes it, in JSON; {@code RULES.md} lists its keys and their defaults. What is absent has its
 * default. Amounts are decimal strings in the base currency.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyDocument(
        @Nullable Instant effectiveFrom,
        @Nullable List<LineDocument> lines,
        @Nullable BigDecimal watchFloor,
        @Nullable OutflowDocument outflow,
        @Nullable AbnormalDocument abnormal,
        @Nullable Duration settlingGrace,
        @Nullable Duration lateness,
        @Nullable String baseCurrency,
        @Nullable String zone,
        @Nullable Set<String> ownBanks,
        @Nullable Set<String> notCompetitors) {

    public static final PolicyDocument DEFAULT =
            new PolicyDocument(null, null, null, null, null, null, null, null, null, null, null);

    /** @throws IllegalArgumentException with a sentence that says which key is wrong and why */
    public Policy toPolicy(int version) {
        Currency base = named("baseCurrency", () -> Currency.getInstance(or(baseCurrency, "CNY")));
        Amounts amounts = new Amounts(base);
        return new Policy(
                version,
                or(lines, List.of(LineDocument.PRIVATE)).stream()
                        .map(line -> line.toLine(amounts))
                        .toList(),
                amounts.minor("watchFloor", watchFloor, "5000000.00"),
                or(outflow, OutflowDocument.DEFAULT).toPolicy(amounts),
                or(abnormal, AbnormalDocument.DEFAULT).toPolicy(amounts),
                or(settlingGrace, Duration.ofMinutes(2)),
                or(lateness, Duration.ofDays(7)),
                base,
                new LocalDates(named("zone", () -> ZoneId.of(or(zone, "Asia/Shanghai")))),
                codes(ownBanks, notCompetitors));
    }

    private static Set<BankCode> codes(@Nullable Set<String> own, @Nullable Set<String> others) {
        return Stream.of(or(own, Set.<String>of()), or(others, Set.<String>of()))
                .flatMap(Set::stream)
                .map(BankCode::new)
                .collect(Collectors.toSet());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> T named(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException("the policy's " + key + " is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static int days(String key, Duration duration) {
        if (!duration.equals(Duration.ofDays(duration.toDays()))) {
            throw new IllegalArgumentException("the policy's " + key + " counts whole days, for example P90D");
        }
        return Math.toIntExact(duration.toDays());
    }

    /** Reads amounts in the base currency. */
    private record Amounts(Currency base) {
        long minor(String key, @Nullable BigDecimal given, String otherwise) {
            return named(key, () -> Money.of(or(given, new BigDecimal(otherwise)), base)
                    .minorUnits());
        }
    }

    /** One of {@code lines}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineDocument(
            @Nullable String name,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal bandWidth,
            @Nullable BigDecimal recoveryMargin,
            @Nullable BigDecimal worsenStep,
            @Nullable BigDecimal nearMargin) {

        static final LineDocument PRIVATE = new LineDocument(null, null, null, null, null, null);

        Line toLine(Amounts amounts) {
            return new Line(
                    or(name, "PRIVATE"),
                    amounts.minor("lines[].minimum", minimum, "6000000.00"),
                    amounts.minor("lines[].bandWidth", bandWidth, "1000000.00"),
                    amounts.minor("lines[].recoveryMargin", recoveryMargin, "50000.00"),
                    amounts.minor("lines[].worsenStep", worsenStep, "250000.00"),
                    amounts.minor("lines[].nearMargin", nearMargin, "100000.00"));
        }
    }

    /** The key {@code outflow}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutflowDocument(
            @Nullable BigDecimal single,
            @Nullable BigDecimal share,
            @Nullable BigDecimal shareFloor,
            @Nullable BigDecimal criticalShare,
            @Nullable Duration cooldown,
            @Nullable List<WindowDocument> windows) {

        static final OutflowDocument DEFAULT = new OutflowDocument(null, null, null, null, null, null);

        OutflowPolicy toPolicy(Amounts amounts) {
            return new OutflowPolicy(
                    amounts.minor("outflow.single", single, "500000.00"),
                    or(share, new BigDecimal("0.05")),
                    amounts.minor("outflow.shareFloor", shareFloor, "100000.00"),
                    or(criticalShare, new BigDecimal("0.50")),
                    or(cooldown, Duration.ofMinutes(10)),
                    or(windows, WindowDocument.DEFAULTS).stream()
                            .map(window -> window.toWindow(amounts))
                            .toList());
        }
    }

    /** One of {@code outflow.windows}; its name is the window as it is written. */
    public record WindowDocument(String window, BigDecimal amount) {
        static final List<WindowDocument> DEFAULTS = List.of(
                new WindowDocument("PT24H", new BigDecimal("1000000.00")),
                new WindowDocument("P7D", new BigDecimal("2000000.00")),
                new WindowDocument("P30D", new BigDecimal("3000000.00")));

        Window toWindow(Amounts amounts) {
            Duration length = named("outflow.windows[].window", () -> Duration.parse(window));
            return new Window(window, length, amounts.minor("outflow.windows[].amount", amount, "0"));
        }
    }

    /** The key {@code abnormal}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AbnormalDocument(
            @Nullable BigDecimal factor,
            @Nullable BigDecimal minimum,
            @Nullable Duration lookBack,
            @Nullable Duration minimumHistory) {

        static final AbnormalDocument DEFAULT = new AbnormalDocument(null, null, null, null);

        AbnormalPolicy toPolicy(Amounts amounts) {
            return new AbnormalPolicy(
                    or(factor, BigDecimal.valueOf(2)),
                    amounts.minor("abnormal.minimum", minimum, "300000.00"),
                    days("abnormal.lookBack", or(lookBack, Duration.ofDays(90))),
                    days("abnormal.minimumHistory", or(minimumHistory, Duration.ofDays(30))));
        }
    }
}
