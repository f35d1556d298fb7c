package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.EpisodeSummary;
import io.tidemark.alert.Life;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts of M-17's client C-1001 of the branch SZ-01, each of an episode of its own unless said otherwise. */
public final class Raised {
    /** A Tuesday, 10:00 in Shanghai. */
    public static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");

    private Raised() {}

    public static Instant minute(long minute) {
        return TEN.plus(Duration.ofMinutes(minute));
    }

    public static Alert high(long offset) {
        return alert(offset, Rule.CRITICAL_BAND, Severity.HIGH, offset, TEN);
    }

    public static Alert ofEpisode(long offset, Rule rule, Severity severity, Instant detectedAt) {
        return alert(offset, rule, severity, 7, detectedAt);
    }

    /** Of a branch of which nobody is known. */
    public static Alert unknown(long offset) {
        Alert it = SampleAlerts.of(offset, "C-2001", Rule.CRITICAL_BAND, Severity.HIGH);
        return alert(it, new BranchId("NN-99"), new ManagerId("M-99"), offset, TEN);
    }

    private static Alert alert(long offset, Rule rule, Severity severity, long episode, Instant detectedAt) {
        Alert it = SampleAlerts.of(offset, "C-1001", rule, severity);
        return alert(it, it.branch(), it.manager(), episode, detectedAt);
    }

    private static Alert alert(
            Alert it, @Nullable BranchId branch, @Nullable ManagerId manager, long episode, Instant detectedAt) {
        return new Alert(
                it.id(),
                it.origin(),
                it.client(),
                it.clientName(),
                branch,
                manager,
                it.rule(),
                it.line(),
                it.severity(),
                Life.begun(manager),
                detectedAt,
                detectedAt,
                it.assetsBefore(),
                it.assetsAfter(),
                it.shortfall(),
                it.movement(),
                it.findings(),
                new EpisodeSummary(new UUID(episode, 7), 1, detectedAt),
                it.policyVersion());
    }
}
