package io.tidemark.respond;

import reactor.core.publisher.Flux;

/** Tells when it is worth looking before the time. */
public interface News {

    /** Something whenever an alert may have been raised or changed; may fail, and may be asked again then. */
    Flux<?> arrivals();
}
