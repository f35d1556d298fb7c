package io.tidemark.feed;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All alerts as they stand now. */
public interface RaisedAlerts {

    /**
     * The newest alerts that match, newest first, at most {@code limit}.
     *
     * @param before only those raised before the one with this sequence
     */
    Mono<List<RaisedAlert>> newest(Filter filter, @Nullable Long before, int limit);

    /** Empty if there is none. */
    Mono<RaisedAlert> find(AlertId id);

    /**
     * @param sequence in the order in which they were raised
     * @param position of its latest event; absent while that has none yet
     */
    record RaisedAlert(long sequence, @Nullable Long position, Alert alert) {}
}
