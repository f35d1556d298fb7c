package io.tidemark.feed;

import io.tidemark.bank.ManagerId;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who is looking at the live feed now, for all instances to know. */
public interface Presences {

    /** These are there, and will be taken for there until {@code valid} has passed without another word. */
    Mono<Void> there(Set<ManagerId> managers, Duration valid);
}
