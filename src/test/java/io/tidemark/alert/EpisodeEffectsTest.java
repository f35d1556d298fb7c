package io.tidemark.alert;

import static io.tidemark.alert.Living.NOW;
import static io.tidemark.alert.Living.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an alert does to the earlier ones of its episode. */
class EpisodeEffectsTest {
    private static final UUID EPISODE = new UUID(7, 7);

    private final Alert fall = alert(1, Rule.CRITICAL_BAND, Severity.HIGH);
    private final Alert worse = alert(2, Rule.BAND_WORSENED, Severity.MEDIUM);
    private final Alert lost = alert(3, Rule.TIER_LOST, Severity.CRITICAL);
    private final Alert recovery = alert(9, Rule.RECOVERED, Severity.INFO);

    @Test
    void aWorseningTakesUpAgainWhatWasAcknowledged() {
        Alert taken = acknowledged(fall);
        assertThat(effects(worse, taken)).containsExactly(new Change.Worsened(NOW, worse.id()));
        assertThat(effects(lost, taken)).containsExactly(new Change.Worsened(NOW, lost.id()));
    }

    @Test
    void aWorseningChangesNothingWhereNobodyHasAnswered() {
        assertThat(effects(worse, fall)).isEmpty();
    }

    @Test
    void aRecoveryEndsAllThatWereOnlyAboutTheLine() {
        assertThat(EpisodeEffects.of(recovery, List.of(fall, acknowledged(worse), lost), NOW))
                .containsOnlyKeys(fall.id(), worse.id(), lost.id())
                .containsEntry(fall.id(), new Change.Recovered(NOW, recovery.id()));
    }

    @Test
    void aRecoveryLeavesWhatAlsoSpeaksOfAnOutflow() {
        Alert both = with(fall, new RaisedFinding(Rule.COMPETITOR_OUTFLOW, null, null, Severity.HIGH, false));
        assertThat(effects(recovery, both)).isEmpty();
    }

    @Test
    void aRecoveryLeavesWhatWasEnded() {
        assertThat(effects(recovery, after(fall, new Change.Resolved(NOW, who("M-17"), Outcome.LOST, null))))
                .isEmpty();
    }

    @Test
    void aFallDoesNothingToOthers() {
        assertThat(effects(alert(4, Rule.CRITICAL_BAND, Severity.HIGH), acknowledged(fall)))
                .isEmpty();
    }

    @Test
    void anotherEpisodeIsLeftAlone() {
        Alert before = episode(acknowledged(fall), new EpisodeSummary(new UUID(1, 1), 1, SampleAlerts.OCCURRED));
        assertThat(effects(worse, before)).isEmpty();
        assertThat(effects(worse, episode(acknowledged(fall), null))).isEmpty();
        assertThat(effects(episode(worse, null), acknowledged(fall))).isEmpty();
    }

    @Test
    void neitherItselfNorALaterOneIsTouched() {
        assertThat(effects(worse, acknowledged(worse))).isEmpty();
        assertThat(effects(worse, acknowledged(lost))).isEmpty();
    }

    @Test
    void aSuppressedWorseningDoesNothing() {
        RaisedFinding silent = new RaisedFinding(Rule.BAND_WORSENED, "PRIVATE", null, Severity.MEDIUM, true);
        assertThat(effects(with(alert(5, Rule.CRITICAL_BAND, Severity.HIGH), silent), acknowledged(fall)))
                .isEmpty();
    }

    @Test
    void aWorseningOfAnotherLineDoesNothing() {
        RaisedFinding other = new RaisedFinding(Rule.BAND_WORSENED, "GOLD", null, Severity.MEDIUM, false);
        assertThat(effects(with(alert(5, Rule.CRITICAL_BAND, Severity.HIGH), other), acknowledged(fall)))
                .isEmpty();
    }

    private static List<Change> effects(Alert fresh, Alert other) {
        return List.copyOf(EpisodeEffects.of(fresh, List.of(other), NOW).values());
    }

    private static Alert acknowledged(Alert alert) {
        return after(alert, new Change.Acknowledged(NOW, who("M-17"), null, null));
    }

    private static Alert after(Alert alert, Change change) {
        return ((LifeCycle.Result.Changed) LifeCycle.after(alert, change)).alert();
    }

    private static Alert alert(int hour, Rule rule, Severity severity) {
        Alert sample = SampleAlerts.of(hour, "C-1001", rule, severity);
        return copy(
                sample,
                sample.findings(),
                new EpisodeSummary(EPISODE, 1, SampleAlerts.OCCURRED),
                Duration.ofHours(hour));
    }

    private static Alert with(Alert alert, RaisedFinding more) {
        List<RaisedFinding> findings = new ArrayList<>(alert.findings());
        findings.add(more);
        return copy(alert, findings, alert.episode(), Duration.ZERO);
    }

    private static Alert episode(Alert alert, @Nullable EpisodeSummary episode) {
        return copy(alert, alert.findings(), episode, Duration.ZERO);
    }

    private static Alert copy(
            Alert alert, List<RaisedFinding> findings, @Nullable EpisodeSummary episode, Duration later) {
        return new Alert(
                alert.id(),
                alert.origin(),
                alert.client(),
                alert.clientName(),
                alert.branch(),
                alert.manager(),
                alert.rule(),
                alert.line(),
                alert.severity(),
                alert.life(),
                alert.occurredAt(),
                alert.detectedAt().plus(later),
                alert.assetsBefore(),
                alert.assetsAfter(),
                alert.shortfall(),
                alert.movement(),
                findings,
                episode,
                alert.policyVersion());
    }
}
