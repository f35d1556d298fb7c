package io.tidemark.intake;

import io.tidemark.alert.ClientCard;
import io.tidemark.bank.ClientId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What the bank has told of its clients. */
public interface Clients {

    /**
     * What is known of each, the manager being the one whom the client is assigned to at that time: of the assignments
     * that are valid then, the one that began last. A client of whom nothing is known may be absent. Costs one question,
     * however many they are.
     */
    Mono<Map<ClientId, ClientCard>> cards(Set<ClientId> clients, Instant at);
}
