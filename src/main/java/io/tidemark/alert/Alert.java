package io.tidemark.alert;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.bank.Money;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one movement: who, how bad, which rule, which numbers, which policy. Its adapters store it as JSON,
 * one field for each component.
 *
 * @param clientName unmasked; absent when the bank has not named the client
 * @param branch the client's branch when the alert was raised
 * @param manager who has the alert: the client's manager, or whom it was handed to
 * @param rule of the leading finding, as are {@code severity} and {@code line}
 * @param line the name of the line, if the leading rule speaks of one
 * @param occurredAt the event time of the movement
 * @param detectedAt the wall clock when it was judged
 * @param shortfall how far {@code assetsAfter} is below the line of {@code line}; absent if it is not
 * @param findings all of the movement, the leading one first
 * @param episode of the line, if the leading rule speaks of one and an episode is or was just open
 */
public record Alert(
        AlertId id,
        Origin origin,
        ClientId client,
        @Nullable String clientName,
        @Nullable BranchId branch,
        @Nullable ManagerId manager,
        Rule rule,
        @Nullable String line,
        Severity severity,
        Life life,
        Instant occurredAt,
        Instant detectedAt,
        Money assetsBefore,
        Money assetsAfter,
        @Nullable Money shortfall,
        Evidence movement,
        List<RaisedFinding> findings,
        @Nullable EpisodeSummary episode,
        int policyVersion) {

    public Alert {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("an alert has at least one finding");
        }
    }

    public AlertStatus status() {
        return life.status();
    }

    /** The same alert, further on in its life. */
    public Alert with(Life next) {
        return with(manager, next);
    }

    /** The same alert, further on in its life, and had by {@code next} from now on. */
    public Alert with(@Nullable ManagerId next, Life further) {
        return new Alert(
                id,
                origin,
                client,
                clientName,
                branch,
                next,
                rule,
                line,
                severity,
                further,
                occurredAt,
                detectedAt,
                assetsBefore,
                assetsAfter,
                shortfall,
                movement,
                findings,
                episode,
                policyVersion);
    }
}
