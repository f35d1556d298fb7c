package io.tidemark.deliver;

import io.tidemark.bank.ManagerId;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who is looking at the live feed now. */
public interface Presence {

    /** Those of them who are; an error if it can't be known. */
    Mono<Set<ManagerId>> present(Set<ManagerId> of);
}
