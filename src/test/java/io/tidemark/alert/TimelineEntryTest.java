package io.tidemark.alert;

import static io.tidemark.alert.Living.NOW;
import static io.tidemark.alert.Living.in;
import static io.tidemark.alert.Living.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.feed.SampleAlerts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How changes read on the timeline. */
class TimelineEntryTest {
    private final Living alert = new Living();

    @Test
    void anAcknowledgementTellsWhatWasPromisedAndNoted() {
        assertThat(read(new Change.Acknowledged(NOW, who("M-17"), in(30), "calls at noon")))
                .isEqualTo(new TimelineEntry(
                        NOW,
                        Kind.ACKNOWLEDGED,
                        who("M-17"),
                        Map.of("promise", "2026-11-24T02:30:00Z", "note", "calls at noon")));
    }

    @Test
    void whatHasNothingToSayIsAbsent() {
        assertThat(read(new Change.Acknowledged(NOW, who("M-17"), null, null)).details())
                .isEmpty();
    }

    @Test
    void aContactTellsHow() {
        assertThat(read(new Change.Contacted(NOW, who("M-17"), ContactWay.VISIT, "at home"))
                        .details())
                .isEqualTo(Map.of("how", "VISIT", "note", "at home"));
    }

    @Test
    void anEndTellsTheOutcome() {
        assertThat(read(new Change.Resolved(NOW, who("M-17"), Outcome.LOST, null)))
                .isEqualTo(new TimelineEntry(NOW, Kind.RESOLVED, who("M-17"), Map.of("outcome", "LOST")));
    }

    @Test
    void reopeningTellsWho() {
        assertThat(read(new Change.Reopened(NOW, who("S-1"), null)))
                .isEqualTo(new TimelineEntry(NOW, Kind.REOPENED, who("S-1"), Map.of()));
    }

    @Test
    void givingItAwayTellsFromWhomToWhom() {
        assertThat(read(new Change.Reassigned(NOW, who("S-1"), who("M-18"), null)))
                .isEqualTo(new TimelineEntry(NOW, Kind.REASSIGNED, who("S-1"), Map.of("from", "M-17", "to", "M-18")));
    }

    @Test
    void aHandOverTellsFromWhomToWhom() {
        assertThat(read(new Change.HandedOver(NOW, who("M-17"), who("M-18"))))
                .isEqualTo(new TimelineEntry(NOW, Kind.HANDED_OVER, who("M-18"), Map.of("from", "M-17", "to", "M-18")));
    }

    @Test
    void aTellingHasItsNumberItsLevelAndItsTime() {
        assertThat(read(new Change.Told(NOW, in(15))))
                .isEqualTo(new TimelineEntry(
                        NOW, Kind.ROUTED, null, Map.of("step", "1", "level", "0", "answerBy", "2026-11-24T02:15:00Z")));
    }

    @Test
    void whenAllWereAskedThereIsNobodyLeft() {
        alert.told();
        assertThat(read(new Change.Told(NOW, null)).details()).containsEntry("nobody", "true");
    }

    @Test
    void anEscalationTellsFromWhichLevelToWhich() {
        assertThat(read(new Change.Escalated(NOW, 2)).details()).isEqualTo(Map.of("level", "2", "fromLevel", "0"));
    }

    @Test
    void aLapsedPromiseTellsWhoseAndForWhen() {
        alert.promised("M-17", 30);
        assertThat(read(new Change.PromiseLapsed(in(30))))
                .isEqualTo(new TimelineEntry(
                        in(30), Kind.PROMISE_LAPSED, who("M-17"), Map.of("promise", "2026-11-24T02:30:00Z")));
    }

    @Test
    void whatALaterAlertDoesNamesIt() {
        AlertId later = SampleAlerts.number(2).id();
        assertThat(read(new Change.Worsened(NOW, later)))
                .isEqualTo(new TimelineEntry(NOW, Kind.WORSENED, null, Map.of("alert", later.toString())));
        assertThat(read(new Change.Recovered(NOW, later)).kind()).isEqualTo(Kind.RECOVERED);
    }

    private TimelineEntry read(Change change) {
        return TimelineEntry.of(change, alert.alert());
    }
}
