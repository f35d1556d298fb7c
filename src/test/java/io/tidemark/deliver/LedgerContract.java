package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises. */
public abstract class LedgerContract {
    private static final ManagerId LI = new ManagerId("M-1");
    private static final ManagerId WU = new ManagerId("M-2");
    private static final String PHONE = "+8613800000001";
    private static final AtomicLong OFFSETS = new AtomicLong();

    protected final SetClock clock = new SetClock();

    protected abstract Desk desk();

    @Test
    void nothingIsClaimedBeforeItIsDue() {
        desk().plan(alert(), LI, Channel.SMS, Severity.HIGH, clock.instant().plusSeconds(60));
        assertThat(claim()).isNull();

        clock.advance(Duration.ofSeconds(60));
        assertThat(claimed().deliveries()).hasSize(1);
    }

    @Test
    void whatIsDueForOnePersonByOneChannelIsClaimedTogetherTheWorstFirst() {
        long low = plan(LI, Severity.LOW);
        long critical = plan(LI, Severity.CRITICAL);
        long high = plan(LI, Severity.HIGH);
        plan(WU, Severity.HIGH);
        desk().plan(alert(), LI, Channel.PUSH, Severity.HIGH, clock.instant());

        Claim claim = claimed();
        assertThat(claim.recipient()).isEqualTo(LI);
        assertThat(claim.deliveries()).extracting(Planned::id).containsExactly(critical, high, low);
        assertThat(claim.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(claimed().recipient()).isEqualTo(WU);
        assertThat(claim()).isNull();
    }

    @Test
    void aClaimCarriesItsAlertsWhole() {
        Alert alert = alert();
        desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());

        assertThat(claimed().deliveries().get(0).alert()).isEqualTo(alert);
    }

    @Test
    void theWorstOfAllPersonsComesFirst() {
        plan(LI, Severity.LOW);
        plan(WU, Severity.CRITICAL);

        assertThat(claimed().recipient()).isEqualTo(WU);
    }

    @Test
    void aClaimHoldsNoMoreThanAHundred() {
        for (int i = 0; i < LedgerTerms.MOST + 1; i++) {
            plan(LI, Severity.HIGH);
        }
        assertThat(claimed().deliveries()).hasSize(LedgerTerms.MOST);
        assertThat(claimed().deliveries()).hasSize(1);
    }

    @Test
    void whatAProviderHasIsAcceptedAndSaidInTheTimeline() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());

        accept(submit("A"), "a-1", "a-2");

        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
        assertThat(desk().timeline(alert.id())).containsExactly("SENT");
        assertThat(claim()).isNull();
    }

    @Test
    void itIsDeliveredWhenAllItsPartsAre() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        accept(submit("A"), "a-1", "a-2");

        receive("A", "a-2", Receipt.State.DELIVERED);
        receive("A", "a-2", Receipt.State.DELIVERED);
        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");

        receive("A", "a-1", Receipt.State.DELIVERED);
        receive("A", "a-1", Receipt.State.DELIVERED);
        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
        assertThat(desk().timeline(alert.id())).containsExactly("SENT", "DELIVERED");
    }

    @Test
    void itHasFailedAsSoonAsOnePartHas() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        accept(submit("A"), "a-1", "a-2");

        receive("A", "a-1", Receipt.State.FAILED);

        assertThat(desk().standing(delivery)).isEqualTo("FAILED UNDELIVERABLE");
        assertThat(desk().timeline(alert.id())).containsExactly("SENT", "NOT_DELIVERED");
    }

    @Test
    void aReceiptThatExpiredSaysSo() {
        long delivery = plan(LI, Severity.HIGH);
        accept(submit("A"), "a-1");

        receive("A", "a-1", Receipt.State.EXPIRED);

        assertThat(desk().standing(delivery)).isEqualTo("EXPIRED UNDELIVERABLE");
    }

    @Test
    void theFirstFinalWordHoldsButDeliveredOutdoesAnyOther() {
        long delivery = plan(LI, Severity.HIGH);
        accept(submit("A"), "a-1");

        receive("A", "a-1", Receipt.State.UNKNOWN);
        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
        receive("A", "a-1", Receipt.State.FAILED);
        receive("A", "a-1", Receipt.State.EXPIRED);
        assertThat(desk().standing(delivery)).isEqualTo("FAILED UNDELIVERABLE");
        receive("A", "a-1", Receipt.State.DELIVERED);
        receive("A", "a-1", Receipt.State.UNKNOWN);
        receive("A", "a-1", Receipt.State.FAILED);
        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
    }

    @Test
    protected void aReceiptThatComesBeforeTheAnswerCounts() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Attempt attempt = submit("A");

        receive("A", "a-1", Receipt.State.DELIVERED);
        accept(attempt, "a-1");

        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
        assertThat(desk().timeline(alert.id())).containsExactly("SENT", "DELIVERED");
    }

    @Test
    void theSameIdAtAnotherGatewayIsAnotherPart() {
        long delivery = plan(LI, Severity.HIGH);
        accept(submit("A"), "1");

        receive("B", "1", Receipt.State.DELIVERED);

        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void anIdThatAProviderUsesAgainMeansTheNewerMessage() {
        long first = plan(LI, Severity.HIGH);
        accept(submit("A"), "1");
        receive("A", "1", Receipt.State.FAILED);
        long second = plan(LI, Severity.HIGH);
        accept(submit("A"), "1");

        assertThat(desk().standing(second)).isEqualTo("ACCEPTED");
        receive("A", "1", Receipt.State.DELIVERED);
        assertThat(desk().standing(second)).isEqualTo("DELIVERED");
        assertThat(desk().standing(first)).isEqualTo("FAILED UNDELIVERABLE");
    }

    @Test
    void anAnswerSaidTwiceIsHeardOnce() {
        Alert alert = alert();
        desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Attempt attempt = submit("A");

        accept(attempt, "a-1");
        accept(attempt, "a-1");
        doubt(attempt);
        desk().ledger().refused(attempt, Reason.OTHER).block();

        assertThat(desk().timeline(alert.id())).containsExactly("SENT");
        assertThat(desk().standings()).containsOnlyOnce("ACCEPTED");
    }

    @Test
    void afterARefusalTheClaimGoesOnWithAnotherGateway() {
        long delivery = plan(LI, Severity.HIGH);
        Claim claim = claimed();
        Attempt first = begin(claim, "A");
        desk().ledger().refused(first, Reason.UNREACHABLE).block();
        assertThat(desk().standing(delivery)).isEqualTo("CLAIMED");

        Attempt second = begin(claim, "B");
        accept(second);

        assertThat(second.number()).isEqualTo(2);
        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsPutOffIsClaimedAgainWhenItsTimeHasComeWithAllThatWasDueBefore() {
        plan(LI, Severity.HIGH);
        Claim claim = claimed();
        desk().ledger().refused(begin(claim, "A"), Reason.UNREACHABLE).block();
        putOff(claim, Respite.refused(clock.instant().plusSeconds(60), Reason.UNREACHABLE));
        assertThat(claim()).isNull();

        plan(LI, Severity.LOW);
        Claim together = claimed();
        assertThat(together.deliveries()).hasSize(2);
        assertThat(together.message()).isNotEqualTo(claim.message());
        assertThat(together.deliveries().get(0).tries()).isEqualTo(1);
        putOff(together, Respite.present(clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(claimed().deliveries()).hasSize(2).allMatch(Planned::postponed);
    }

    @Test
    void whatFailsForGoodIsSaidInTheTimeline() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Claim claim = claimed();

        desk().ledger().failed(claim, Reason.NO_ADDRESS).block();

        assertThat(desk().standing(delivery)).isEqualTo("FAILED NO_ADDRESS");
        assertThat(desk().timeline(alert.id())).containsExactly("NOT_DELIVERED");
    }

    @Test
    void whatIsInDoubtIsHeldThenSentOnceMoreAndNeverAThirdTime() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        doubt(submit("A"));
        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
        assertThat(desk().timeline(alert.id())).isEmpty();
        assertThat(claim()).isNull();

        clock.advance(Desk.TERMS.inDoubt());
        Claim again = claimed();
        assertThat(again.doubtfulAt()).containsExactly("A");
        assertThat(again.repeated()).isTrue();
        doubt(begin(again, "B"));

        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
        assertThat(desk().timeline(alert.id())).containsExactly("NOT_DELIVERED");
        clock.advance(Duration.ofDays(2));
        tidy();
        assertThat(claim()).isNull();
    }

    @Test
    void aRepetitionThatNobodyTakesStaysInDoubt() {
        long delivery = plan(LI, Severity.HIGH);
        doubt(submit("A"));
        clock.advance(Desk.TERMS.inDoubt());
        Claim again = claimed();
        desk().ledger().refused(begin(again, "B"), Reason.UNREACHABLE).block();
        putOff(again, Respite.refused(clock.instant().plusSeconds(60), Reason.UNREACHABLE));

        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN UNREACHABLE");
        clock.advance(Duration.ofSeconds(60));
        assertThat(claimed().doubtfulAt()).containsExactly("A");
    }

    @Test
    void anAnswerThatComesLateEndsTheDoubt() {
        long delivery = plan(LI, Severity.HIGH);
        Attempt attempt = submit("A");
        doubt(attempt);

        accept(attempt, "a-1");

        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
        clock.advance(Desk.TERMS.inDoubt());
        assertThat(claim()).isNull();
    }

    @Test
    void anAnswerThatComesWhileItIsAboutToBeRepeatedKeepsItFromBeingSent() {
        long delivery = plan(LI, Severity.HIGH);
        Attempt attempt = submit("A");
        doubt(attempt);
        clock.advance(Desk.TERMS.inDoubt());
        Claim again = claimed();

        accept(attempt, "a-1");

        assertThat(tryToBegin(again, "B")).isInstanceOf(Begun.Over.class);
        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void anAnswerThatComesWhileItIsRepeatedIsNotForgotten() {
        long delivery = plan(LI, Severity.HIGH);
        Attempt first = submit("A");
        doubt(first);
        clock.advance(Desk.TERMS.inDoubt());
        Attempt second = begin(claimed(), "B");

        accept(first, "a-1");
        doubt(second);

        assertThat(desk().standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void whoDiesBeforeHandingOverLeavesNothingInDoubt() {
        long delivery = plan(LI, Severity.HIGH);
        Claim dead = claimed();
        clock.advance(Desk.TERMS.lease());
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("PLANNED");
        assertThat(tryToBegin(dead, "A")).isInstanceOf(Begun.Over.class);
        assertThat(claimed().repeated()).isFalse();
    }

    @Test
    void whoDiesWhileHandingOverLeavesItInDoubt() {
        long delivery = plan(LI, Severity.HIGH);
        submit("A");
        clock.advance(Desk.TERMS.lease());
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
        assertThat(claim()).isNull();
        clock.advance(Desk.TERMS.inDoubt());
        assertThat(claimed().doubtfulAt()).containsExactly("A");
    }

    @Test
    void whoDiesBeforeTheRepetitionLeavesItInDoubt() {
        plan(LI, Severity.HIGH);
        doubt(submit("A"));
        clock.advance(Desk.TERMS.inDoubt());
        claimed();
        clock.advance(Desk.TERMS.lease());
        tidy();

        assertThat(claimed().doubtfulAt()).containsExactly("A");
    }

    @Test
    void aClaimWhoseLeaseIsOverBeginsNothing() {
        plan(LI, Severity.HIGH);
        Claim frozen = claimed();
        clock.advance(Desk.TERMS.lease());

        assertThat(tryToBegin(frozen, "A")).isInstanceOf(Begun.Over.class);
    }

    @Test
    void aReceiptThatCanOnlyBeOfAMessageInDoubtEndsTheDoubt() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        submit("A");
        clock.advance(Duration.ofSeconds(5));
        receive("A", "a-1", Receipt.State.DELIVERED);
        tidy();
        assertThat(desk().standing(delivery)).isEqualTo("SUBMITTING");

        clock.advance(Desk.TERMS.lease());
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
        assertThat(desk().timeline(alert.id())).containsExactly("SENT", "DELIVERED");
        clock.advance(Desk.TERMS.inDoubt());
        assertThat(claim()).isNull();
    }

    @Test
    void aLateReceiptCorrectsWhatWasGivenUp() {
        long delivery = plan(LI, Severity.HIGH);
        doubt(submit("A"));
        clock.advance(Desk.TERMS.inDoubt());
        doubt(begin(claimed(), "B"));

        receive("B", "b-1", Receipt.State.DELIVERED);
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
    }

    @Test
    void whatWasAcceptedInPartOnlyStaysInDoubtAndIsSentOnceMore() {
        long delivery = plan(LI, Severity.HIGH);
        doubt(((Begun.Started) tryToBegin(claimed(), "A", 2)).attempt());
        receive("A", "a-1", Receipt.State.DELIVERED);
        tidy();
        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");

        clock.advance(Desk.TERMS.inDoubt());
        accept(begin(claimed(), "A"), "a-3");
        receive("A", "a-3", Receipt.State.DELIVERED);

        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
    }

    @Test
    void whatWasAcceptedInAllItsPartsIsFound() {
        long delivery = plan(LI, Severity.HIGH);
        doubt(((Begun.Started) tryToBegin(claimed(), "A", 2)).attempt());
        receive("A", "a-1", Receipt.State.DELIVERED);
        tidy();
        receive("A", "a-2", Receipt.State.DELIVERED);
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("DELIVERED");
        clock.advance(Desk.TERMS.inDoubt());
        assertThat(claim()).isNull();
    }

    @Test
    void aReceiptThatMayBeOfTwoMessagesEndsNoDoubt() {
        long first = plan(LI, Severity.HIGH);
        doubt(submit("A"));
        long second = plan(LI, Severity.HIGH);
        submit("A");

        receive("A", "a-1", Receipt.State.DELIVERED);
        tidy();

        assertThat(desk().standing(first)).isEqualTo("UNKNOWN NO_ANSWER");
        assertThat(desk().standing(second)).isEqualTo("SUBMITTING");
    }

    @Test
    void anotherPartOfWhatWasFoundIsNotTakenForAnotherMessage() {
        plan(LI, Severity.HIGH);
        doubt(submit("A"));
        receive("A", "a-1", Receipt.State.DELIVERED);
        tidy();
        long second = plan(LI, Severity.HIGH);
        doubt(submit("A"));

        receive("A", "a-2", Receipt.State.DELIVERED);
        tidy();

        assertThat(desk().standing(second)).isEqualTo("UNKNOWN NO_ANSWER");
    }

    @Test
    void aReceiptOfBeforeOrOfAnotherPhoneOrGatewayEndsNoDoubt() {
        long delivery = plan(LI, Severity.HIGH);
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        doubt(submit("A"));

        keep(new Receipt("A", "1", Receipt.State.DELIVERED, null, PHONE, before, clock.instant()));
        keep(new Receipt("A", "2", Receipt.State.DELIVERED, null, "+8613900000009", null, clock.instant()));
        keep(new Receipt("B", "3", Receipt.State.DELIVERED, null, PHONE, null, clock.instant()));
        keep(new Receipt("A", "4", Receipt.State.DELIVERED, null, null, null, clock.instant()));
        tidy();

        assertThat(desk().standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
    }

    @Test
    void whatWasAnsweredWhileClaimedIsNotBegun() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Claim claim = claimed();

        desk().answer(alert.id(), AlertStatus.ACKNOWLEDGED);

        assertThat(tryToBegin(claim, "A")).isInstanceOf(Begun.Over.class);
        assertThat(desk().standing(delivery)).isEqualTo("EXPIRED ACKNOWLEDGED");
        assertThat(desk().timeline(alert.id())).isEmpty();
        clock.advance(Duration.ofHours(1));
        tidy();
        assertThat(claim()).isNull();
    }

    @Test
    void ofADigestOnlyWhatIsStillToBeToldIsBegun() {
        Alert answered = alert();
        long gone = desk().plan(answered, LI, Channel.SMS, Severity.HIGH, clock.instant());
        long left = plan(LI, Severity.HIGH);
        Claim claim = claimed();

        desk().answer(answered.id(), AlertStatus.ACKNOWLEDGED);
        Begun begun = tryToBegin(claim, "A");

        assertThat(begun).isEqualTo(new Begun.Fewer(Set.of(left)));
        accept(begin(claim.only(Set.of(left)), "A"), "a-1");
        receive("A", "a-1", Receipt.State.DELIVERED);
        assertThat(desk().standing(left)).isEqualTo("DELIVERED");
        assertThat(desk().standing(gone)).isEqualTo("EXPIRED ACKNOWLEDGED");
    }

    @Test
    void whatWasAnsweredWhileAGatewayHadItIsNotTriedAgain() {
        Alert alert = alert();
        long delivery = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Claim claim = claimed();
        Attempt attempt = begin(claim, "A");

        desk().answer(alert.id(), AlertStatus.ACKNOWLEDGED);
        desk().ledger().refused(attempt, Reason.UNREACHABLE).block();

        assertThat(tryToBegin(claim, "B")).isInstanceOf(Begun.Over.class);
        assertThat(desk().standing(delivery)).isEqualTo("EXPIRED ACKNOWLEDGED");
    }

    @Test
    void whatIsToldOfAnAnsweredAlertIsTriedAgain() {
        Alert alert = alert();
        desk().plan(alert, WU, Channel.PUSH, Severity.HIGH, clock.instant());
        desk().answer(alert.id(), AlertStatus.ACKNOWLEDGED);
        long handedOver = desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        Claim claim = claimed();
        desk().ledger().refused(begin(claim, "A"), Reason.UNREACHABLE).block();

        accept(begin(claim, "B"));

        assertThat(desk().standing(handedOver)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatWasAnsweredWhileInDoubtIsNotRepeated() {
        Alert alert = alert();
        desk().plan(alert, LI, Channel.SMS, Severity.HIGH, clock.instant());
        doubt(submit("A"));
        desk().answer(alert.id(), AlertStatus.RESOLVED);
        clock.advance(Desk.TERMS.inDoubt());

        assertThat(tryToBegin(claimed(), "B")).isInstanceOf(Begun.Over.class);
        clock.advance(Duration.ofHours(1));
        tidy();
        assertThat(claim()).isNull();
    }

    @Test
    void whatIsTooLateIsGivenUp() {
        Alert alert = alert();
        long low = desk().plan(alert, LI, Channel.SMS, Severity.LOW, clock.instant());
        long high = plan(LI, Severity.HIGH);
        clock.advance(Desk.TERMS.ordinary());
        tidy();

        assertThat(desk().standing(low)).isEqualTo("EXPIRED TOO_LATE");
        assertThat(desk().timeline(alert.id())).containsExactly("NOT_DELIVERED");
        assertThat(desk().standing(high)).isEqualTo("PLANNED");
        clock.advance(Desk.TERMS.urgent());
        tidy();
        assertThat(desk().standing(high)).isEqualTo("EXPIRED TOO_LATE");
    }

    @Test
    void beingPutOffMakesNothingLessLate() {
        long delivery = plan(LI, Severity.LOW);
        for (int hour = 0; hour < 12; hour++) {
            putOff(claimed(), Respite.unasked(clock.instant().plus(Duration.ofHours(1))));
            clock.advance(Duration.ofHours(1));
        }
        assertThat(claim()).isNull();
        tidy();
        assertThat(desk().standing(delivery)).isEqualTo("EXPIRED TOO_LATE");
    }

    @Test
    void whatMayHaveLeftCountsUnlessItWasRefused() {
        Instant begin = clock.instant();
        plan(LI, Severity.HIGH);
        accept(submit("A"));
        clock.advance(Duration.ofSeconds(1));
        plan(LI, Severity.HIGH);
        doubt(submit("A"));
        clock.advance(Duration.ofSeconds(1));
        plan(LI, Severity.HIGH);
        desk().ledger().refused(submit("A"), Reason.UNREACHABLE).block();

        assertThat(desk().ledger().sent(LI, Channel.SMS, begin.minusSeconds(1)).block())
                .containsExactly(begin, begin.plusSeconds(1));
        assertThat(desk().ledger().sent(LI, Channel.SMS, begin).block()).containsExactly(begin.plusSeconds(1));
        assertThat(desk().ledger().sent(LI, Channel.PUSH, begin.minusSeconds(1)).block())
                .isEmpty();
    }

    @Test
    void whatLeadsNowhereIsAbandonedWhenItIsDue() {
        long due = plan(LI, Severity.HIGH);
        long later = desk().plan(
                        alert(), LI, Channel.SMS, Severity.HIGH, clock.instant().plusSeconds(1));
        long other = desk().plan(alert(), LI, Channel.PUSH, Severity.HIGH, clock.instant());

        assertThat(desk().ledger().abandon(Channel.SMS).block()).isEqualTo(1);

        assertThat(desk().standing(due)).isEqualTo("FAILED UNREACHABLE");
        assertThat(desk().standing(later)).isEqualTo("PLANNED");
        assertThat(desk().standing(other)).isEqualTo("PLANNED");
    }

    @Test
    void whatWasPutOffAfterRefusalsCanBeHurried() {
        plan(LI, Severity.HIGH);
        Claim claim = claimed();
        desk().ledger().refused(begin(claim, "A"), Reason.UNREACHABLE).block();
        putOff(claim, Respite.refused(clock.instant().plusSeconds(300), Reason.UNREACHABLE));

        desk().ledger().hurry(Channel.SMS).block();

        assertThat(claimed().deliveries()).hasSize(1);
    }

    private static Alert alert() {
        return SampleAlerts.of(OFFSETS.incrementAndGet(), "C-1001", Rule.CRITICAL_BAND, Severity.HIGH);
    }

    private long plan(ManagerId recipient, Severity severity) {
        return desk().plan(alert(), recipient, Channel.SMS, severity, clock.instant());
    }

    private @Nullable Claim claim() {
        return desk().ledger().claim(Channel.SMS).block();
    }

    private Claim claimed() {
        return Objects.requireNonNull(claim(), "nothing was due");
    }

    private Begun tryToBegin(Claim claim, String gateway) {
        return tryToBegin(claim, gateway, 1);
    }

    private Begun tryToBegin(Claim claim, String gateway, int parts) {
        Message message = new Message(
                claim.message(),
                new Recipient(claim.recipient(), null, PHONE, Locale.CHINESE),
                "REF",
                claim.severity(),
                "text",
                claim.deliveries().size(),
                claim.expiresAt());
        return Objects.requireNonNull(
                desk().ledger().begin(claim, gateway, message, parts).block());
    }

    private Attempt begin(Claim claim, String gateway) {
        return ((Begun.Started) tryToBegin(claim, gateway)).attempt();
    }

    private Attempt submit(String gateway) {
        return begin(claimed(), gateway);
    }

    private void accept(Attempt attempt, String... parts) {
        desk().ledger().accepted(attempt, List.of(parts)).block();
    }

    private void doubt(Attempt attempt) {
        desk().ledger().inDoubt(attempt, Reason.NO_ANSWER).block();
    }

    private void putOff(Claim claim, Respite respite) {
        desk().ledger().putOff(claim, respite).block();
    }

    private void receive(String gateway, String part, Receipt.State state) {
        keep(new Receipt(gateway, part, state, null, PHONE, null, clock.instant()));
    }

    private void keep(Receipt receipt) {
        desk().ledger().keep(receipt).block();
    }

    private void tidy() {
        desk().ledger().tidy().block();
    }
}
