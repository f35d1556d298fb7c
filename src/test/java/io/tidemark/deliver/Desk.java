package io.tidemark.deliver;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.AlertStatus;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A ledger, and what others do to it: the router that plans, the people that answer, and who looks on. */
public interface Desk {
    LedgerTerms TERMS = new LedgerTerms(
            "test", Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofHours(24), Duration.ofHours(12));

    Ledger ledger();

    /** As the router does; the delivery's id. */
    long plan(Alert alert, ManagerId recipient, Channel channel, Severity severity, Instant due);

    /** As an answer does: the alert has this status, and what is pending is no longer wanted. */
    void answer(AlertId alert, AlertStatus status);

    /** {@code "FAILED BAD_ADDRESS"}: the delivery's state and reason. */
    String standing(long delivery);

    /** All deliveries' states and reasons, in the order planned. */
    List<String> standings();

    /** The kinds of the entries in the alert's timeline, in order. */
    List<String> timeline(AlertId alert);
}
