package io.tidemark.alert;

import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.detect.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one movement, to be kept.
 *
 * @param findings all of them, in the order found
 * @param alert absent if every finding is suppressed
 */
public record Detection(
        Origin origin,
        MovementId movement,
        ClientId client,
        List<Finding> findings,
        @Nullable Alert alert) {

    /** With who the client is, and so whose the alert is, if there is one. */
    public Detection about(ClientCard card) {
        return alert == null ? this : new Detection(origin, movement, client, findings, Alerts.raised(alert, card));
    }
}
