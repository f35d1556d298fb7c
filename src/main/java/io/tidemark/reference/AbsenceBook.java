package io.tidemark.reference;

import io.tidemark.bank.ManagerId;
import io.tidemark.route.Absence;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who is away and who stands in. A change makes every roster that somebody holds old. */
public interface AbsenceBook {

    /** The newest {@value #LISTED}, the latest beginning first. Fails with an {@link Objection} if the person is unknown. */
    Mono<List<Entered>> of(ManagerId manager);

    /**
     * Fails with an {@link Objection} if either person is unknown, the person is away at that time already, or whoever
     * stands in comes back to the person; two that are entered at once are looked at one after the other.
     */
    Mono<Entered> enter(Absence absence);

    /** Fails with an {@link Objection} if there is no such absence of this person. */
    Mono<Void> strike(ManagerId manager, UUID id);

    int LISTED = 500;

    record Entered(UUID id, Absence absence) {}
}
