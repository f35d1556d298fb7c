package io.tidemark.intake;

import io.tidemark.bank.Banks;
import io.tidemark.bank.Rates;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Policies;
import io.tidemark.detect.Versions;
import io.tidemark.detect.Versions.Version;
import io.tidemark.intake.Editions.Edition;
import io.tidemark.intake.Editions.OfBanks;
import io.tidemark.intake.Editions.OfRates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules as they are with the editions of banks and rates up to a number: for the same number always the same, as long
 * as the policies are. It notices what is published while it is followed.
 */
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Editions editions;
    private final Policies policies;
    private final Duration furthestFuture;
    private volatile Known known;

    /** @param furthestFuture how far ahead of the wall clock a movement may be booked */
    public RuleBook(Editions editions, Policies policies, Duration furthestFuture) {
        this.editions = editions;
        this.policies = policies;
        this.furthestFuture = furthestFuture;
        this.known = known(List.of());
    }

    /** By all editions that were noticed so far. */
    Rules newest() {
        return known.rules();
    }

    /** By the editions up to a number; fails if there is no edition of that number. */
    Mono<Rules> upTo(long edition) {
        return Mono.defer(() -> edition <= newest().edition() ? Mono.just(known) : refreshed())
                .map(now -> {
                    if (edition > now.rules().edition()) {
                        throw new IllegalStateException("there is no edition " + edition + " of banks and rates");
                    }
                    return edition == now.rules().edition() ? now.rules() : rules(now.upTo(edition), edition);
                });
    }

    /** Looks for newer editions. If what it finds is of no use it fails, and what was known before stays. */
    public Mono<Void> refresh() {
        return refreshed().then();
    }

    /** Looks for newer editions every other second, until cancelled; a look that fails is repeated. */
    Mono<Void> follow() {
        return Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> refresh().onErrorResume(failure -> {
                            LOG.warn("Can't look for new editions of banks and rates", failure);
                            return Mono.empty();
                        }),
                        1)
                .then();
    }

    private Mono<Known> refreshed() {
        return Mono.defer(() -> editions.after(newest().edition())).map(this::with);
    }

    /** Two may look at once, and find the same. */
    private synchronized Known with(List<Edition> found) {
        List<Edition> newer = found.stream()
                .filter(edition -> edition.number() > newest().edition())
                .toList();
        if (!newer.isEmpty()) {
            known = known(
                    Stream.concat(known.editions().stream(), newer.stream()).toList());
        }
        return known;
    }

    private Known known(List<Edition> all) {
        return new Known(
                all, rules(all, all.isEmpty() ? 0 : all.get(all.size() - 1).number()));
    }

    private Rules rules(List<Edition> upTo, long number) {
        Versions<Banks> banks = versions(upTo, OfBanks.class, OfBanks::banks, Banks.NONE);
        Versions<Rates> rates =
                versions(upTo, OfRates.class, this::rates, new Rates(policies.baseCurrency(), Map.of()));
        return new Rules(number, new Detector(policies, banks, rates), furthestFuture);
    }

    private Rates rates(OfRates edition) {
        return new Rates(policies.baseCurrency(), edition.rates());
    }

    private static <E extends Edition, T> Versions<T> versions(
            List<Edition> editions, Class<E> kind, Function<E, T> value, T ifNone) {
        List<Version<T>> versions = editions.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(edition -> new Version<>(
                        edition.number(), value.apply(edition), edition.effectiveFrom(), edition.publishedAt()))
                .toList();
        return versions.isEmpty() ? Versions.always(ifNone) : new Versions<>(versions);
    }

    /** @param rules by all of the editions */
    private record Known(List<Edition> editions, Rules rules) {
        List<Edition> upTo(long number) {
            return editions.stream()
                    .filter(edition -> edition.number() <= number)
                    .toList();
        }
    }
}
