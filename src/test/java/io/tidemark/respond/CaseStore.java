package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.route.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts are kept, and what a test wants to see of it. */
public interface CaseStore {
    Cases cases();

    Rosters rosters();

    /** As the intake does. */
    void raise(Alert alert);

    /** As an import does. */
    void knows(People... people);

    /** As an import does, with a look at what is open at {@code from}. */
    void assign(String client, String manager, Instant from, @Nullable Instant to);

    Alert current(AlertId id);

    /** When it is to be looked at. */
    @Nullable
    Instant lookAt(AlertId id);

    /** Recipient, channel, step, state and reason of each delivery, in order; {@code M-17 SMS 1 PLANNED}. */
    List<String> deliveries(AlertId id);

    /** Status and version of each event of the feed; {@code UPDATE ACKNOWLEDGED 2}. */
    List<String> events(AlertId id);
}
