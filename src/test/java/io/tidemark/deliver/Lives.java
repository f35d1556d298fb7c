package io.tidemark.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Instances that live beside each other, each as long as it is given. */
public final class Lives {
    private static final int WORKERS = 4;
    private static final Duration HANGS = Duration.ofSeconds(1);

    private final Counter counter;
    private final List<Provider> providers;
    private final Map<UUID, Set<Long>> contents = Mortal.contents();

    public Lives(Counter counter, Provider... providers) {
        this.counter = counter;
        this.providers = List.of(providers);
    }

    /** All of them at once, until each has died or found nothing more to do. */
    public void together(int... steps) {
        List<Mono<Void>> instances = new ArrayList<>();
        for (int each : steps) {
            Mortal life = new Mortal(each, contents);
            instances.add(working(life, instance(life)));
        }
        Flux.merge(instances).then().block(Duration.ofMinutes(2));
        providers.forEach(provider -> provider.sendReceipts().block());
    }

    /** A turn that hangs has met the death of its instance. */
    private static Mono<Void> working(Mortal life, Dispatcher instance) {
        Mono<Void> worker = instance.tidy()
                .then(instance.turn())
                .timeout(HANGS, Mono.just(false))
                .repeat(20)
                .takeUntil(some -> !some || life.isDead())
                .then();
        return Flux.range(0, WORKERS).flatMap(number -> worker, WORKERS).then();
    }

    private Dispatcher instance(Mortal life) {
        return counter.dispatcher(
                life.with(counter.desk.ledger()),
                providers.stream().map(life::with).toArray(Gateway[]::new));
    }

    /** One that lives on with providers that are well, until there is nothing more to do. */
    public void settle() {
        providers.forEach(Provider::getsWell);
        Dispatcher last = instance(new Mortal(Integer.MAX_VALUE, contents));
        for (int minute = 0; minute < 30 || providers.stream().anyMatch(Provider::owesReceipts); minute++) {
            last.tidy().block();
            Counter.drain(last);
            providers.forEach(provider -> provider.sendReceipts().block());
            counter.advance(Duration.ofMinutes(1));
        }
    }

    /** How often each delivery was in a message that a provider took. */
    public List<Integer> timesTold(int planned) {
        List<Message> taken =
                providers.stream().flatMap(provider -> provider.taken.stream()).toList();
        List<Integer> times = new ArrayList<>();
        for (long delivery = 1; delivery <= planned; delivery++) {
            long each = delivery;
            times.add((int) taken.stream()
                    .filter(message ->
                            contents.getOrDefault(message.id(), Set.of()).contains(each))
                    .count());
        }
        return times;
    }
}
