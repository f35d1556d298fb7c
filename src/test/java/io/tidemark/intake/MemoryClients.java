package io.tidemark.intake;

import io.tidemark.alert.ClientCard;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Clients in memory. */
public final class MemoryClients implements Clients {
    private final Map<ClientId, ClientCard> told = new ConcurrentHashMap<>();
    private final List<Assignment> assignments = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();

    private record Assignment(
            ClientId client,
            ManagerId manager,
            Instant from,
            @Nullable Instant to) {
        boolean isValid(ClientId of, Instant at) {
            return client.equals(of) && !from.isAfter(at) && (to == null || to.isAfter(at));
        }
    }

    public void tell(String client, String name, String branch) {
        told.put(new ClientId(client), new ClientCard(name, new BranchId(branch), null));
    }

    public void assign(String client, String manager, Instant from, @Nullable Instant to) {
        assignments.add(new Assignment(new ClientId(client), new ManagerId(manager), from, to));
    }

    /** The next questions, as many as this, fail. */
    void failNext(int times) {
        failures.set(times);
    }

    int questions() {
        return questions.get();
    }

    @Override
    public Mono<Map<ClientId, ClientCard>> cards(Set<ClientId> clients, Instant at) {
        return Mono.fromCallable(() -> {
            questions.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new IllegalStateException("the database is away");
            }
            Map<ClientId, ClientCard> cards = new HashMap<>();
            clients.forEach(client -> cards.put(client, card(client, at)));
            return cards;
        });
    }

    private ClientCard card(ClientId client, Instant at) {
        ClientCard card = told.getOrDefault(client, ClientCard.UNKNOWN);
        Optional<ManagerId> manager = assignments.stream()
                .filter(assignment -> assignment.isValid(client, at))
                .max(Comparator.comparing(Assignment::from))
                .map(Assignment::manager);
        return new ClientCard(card.name(), card.branch(), manager.orElse(null));
    }
}
