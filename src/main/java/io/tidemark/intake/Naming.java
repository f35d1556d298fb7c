package io.tidemark.intake;

import io.tidemark.alert.Alert;
import io.tidemark.alert.ClientCard;
import io.tidemark.alert.Detection;
import io.tidemark.bank.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Says in alerts who the client is and whose the client is, as of now: the fold does not know. */
final class Naming {
    private final Clients clients;

    Naming(Clients clients) {
        this.clients = clients;
    }

    /** The same detections in the same order. Asks nobody if there is no alert among them. */
    Mono<List<Detection>> named(List<Detection> detections, Instant now) {
        Set<ClientId> raised = detections.stream()
                .flatMap(detection -> Stream.ofNullable(detection.alert()))
                .map(Alert::client)
                .collect(Collectors.toSet());
        return raised.isEmpty()
                ? Mono.just(detections)
                : clients.cards(raised, now).map(cards -> named(detections, cards));
    }

    private static List<Detection> named(List<Detection> detections, Map<ClientId, ClientCard> cards) {
        return detections.stream()
                .map(detection -> detection.about(cards.getOrDefault(detection.client(), ClientCard.UNKNOWN)))
                .toList();
    }
}
