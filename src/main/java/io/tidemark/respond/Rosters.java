package io.tidemark.respond;

import io.tidemark.route.Roster;
import reactor.core.publisher.Mono;

/** Who works for the bank, as of now. */
public interface Rosters {

    /** One that never changes, and is as the bank's people were at some moment since this was subscribed to. */
    Mono<Roster> current();
}
