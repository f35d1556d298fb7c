package io.tidemark.alert;

import io.tidemark.assets.Episode;
import io.tidemark.bank.Money;
import io.tidemark.detect.Finding;
import io.tidemark.detect.Judgement;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what is said of what was found. All findings of one movement form one alert. */
public final class Alerts {
    private Alerts() {}

    /**
     * The judgement as it is to be kept, except that nothing is said yet of who the client is.
     *
     * @param topic and {@code partition} the movement was read from
     * @param detectedAt wall clock
     */
    public static Detection detection(String topic, int partition, Judgement judgement, Instant detectedAt) {
        Origin origin = new Origin(topic, partition, judgement.offset(), judgement.cause());
        @Nullable
        Alert alert = leading(judgement.findings())
                .map(leading -> alert(origin, leading, judgement, detectedAt))
                .orElse(null);
        Movement movement = judgement.movement();
        return new Detection(origin, movement.id(), movement.client(), judgement.findings(), alert);
    }

    /** The alert as it is raised, with who the client is and whose it therefore is. */
    static Alert raised(Alert unnamed, ClientCard card) {
        return new Alert(
                unnamed.id(),
                unnamed.origin(),
                unnamed.client(),
                card.name(),
                card.branch(),
                card.manager(),
                unnamed.rule(),
                unnamed.line(),
                unnamed.severity(),
                Life.begun(card.manager()),
                unnamed.occurredAt(),
                unnamed.detectedAt(),
                unnamed.assetsBefore(),
                unnamed.assetsAfter(),
                unnamed.shortfall(),
                unnamed.movement(),
                unnamed.findings(),
                unnamed.episode(),
                unnamed.policyVersion());
    }

    /** The most severe not-suppressed one; ties go to the earlier rule. */
    private static Optional<Finding> leading(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.suppressed())
                .min(Comparator.comparing(Finding::severity).reversed());
    }

    private static Alert alert(Origin origin, Finding leading, Judgement judgement, Instant detectedAt) {
        @Nullable String line = leading.rule().perLine() ? leading.qualifier() : null;
        List<RaisedFinding> findings = leadingFirst(leading, judgement.findings());
        // An outflow may lead what also speaks of the band; it belongs to the episode all the same.
        @Nullable String episodeLine = Alert.episodeLine(findings);
        return new Alert(
                AlertId.of(origin),
                origin,
                judgement.movement().client(),
                null,
                null,
                null,
                leading.rule(),
                line,
                leading.severity(),
                Life.begun(null),
                BookingTime.toInstant(judgement.movement().bookedAtNanos()),
                detectedAt,
                inBase(judgement, judgement.before()),
                inBase(judgement, judgement.after()),
                line == null ? null : shortfall(judgement, line),
                evidence(judgement),
                findings,
                episodeLine == null ? null : episode(origin, judgement, episodeLine),
                judgement.policy().version());
    }

    private static Money inBase(Judgement judgement, long minorUnits) {
        return new Money(minorUnits, judgement.policy().baseCurrency());
    }

    private static @Nullable Money shortfall(Judgement judgement, String name) {
        return judgement.policy().lines().stream()
                .filter(line -> line.name().equals(name) && !line.qualifies(judgement.after()))
                .findFirst()
                .map(line -> inBase(judgement, Math.subtractExact(line.minimum(), judgement.after())))
                .orElse(null);
    }

    private static Evidence evidence(Judgement judgement) {
        Movement movement = judgement.movement();
        return new Evidence(
                movement.id(),
                movement.direction(),
                new Money(movement.amount(), movement.currency()),
                movement.counterpartyBank(),
                judgement.banks().nameOf(movement.counterpartyBank()),
                judgement.gap());
    }

    private static List<RaisedFinding> leadingFirst(Finding leading, List<Finding> findings) {
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.remove(leading);
        ordered.add(0, leading);
        return ordered.stream().map(RaisedFinding::of).toList();
    }

    private static @Nullable EpisodeSummary episode(Origin origin, Judgement judgement, String line) {
        @Nullable Episode episode = judgement.episodes().get(line);
        return episode == null ? null : EpisodeSummary.of(episode, line, origin);
    }
}
