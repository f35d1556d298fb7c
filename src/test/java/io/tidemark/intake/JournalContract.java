package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.alert.Detection;
import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.ClientStateCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises. */
public abstract class JournalContract {
    private static final Partition PARTITION = new Partition("movements", 3);
    private static final Partition OTHER = new Partition("movements", 4);

    private final Samples samples = new Samples();

    protected abstract Journal journal();

    /** The movements of all findings kept, in order: one entry for each finding. */
    protected abstract List<String> movementsFound();

    /** The movements of all alerts kept, in order. */
    protected abstract List<String> movementsAlerted();

    @Test
    void aPartitionThatNobodyEverTookBeginsAtZero() {
        Journal.Taken taken = take(PARTITION);

        assertThat(taken.nextOffset()).isZero();
        assertThat(taken.counts()).isEqualTo(Counts.NONE);
        assertThat(states(PARTITION)).isEmpty();
    }

    @Test
    void everyTakingHasAHigherEpoch() {
        long first = take(PARTITION).epoch().number();
        long second = take(PARTITION).epoch().number();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void theNextTakerGoesOnFromTheCheckpoint() {
        Epoch epoch = take(PARTITION).epoch();
        ClientState state = samples.fallen("C-1");

        checkpoint(epoch, 17, new Counts(14, 2, 1), List.of(), Map.of(new ClientId("C-1"), state));

        Journal.Taken next = take(PARTITION);
        assertThat(next.nextOffset()).isEqualTo(17);
        assertThat(next.counts()).isEqualTo(new Counts(14, 2, 1));
        assertThat(states(PARTITION)).containsOnlyKeys(new ClientId("C-1"));
        assertThat(bytes(states(PARTITION).get(new ClientId("C-1")))).isEqualTo(bytes(state));
    }

    @Test
    void ofAStateCheckpointedTwiceTheLaterIsKept() {
        Epoch epoch = take(PARTITION).epoch();
        ClientId client = new ClientId("C-1");

        checkpoint(epoch, 1, Counts.NONE, List.of(), Map.of(client, samples.fallen("C-1")));
        checkpoint(epoch, 2, Counts.NONE, List.of(), Map.of(client, ClientState.NEW));

        assertThat(bytes(states(PARTITION).get(client))).isEqualTo(bytes(ClientState.NEW));
    }

    @Test
    void aCheckpointHoldsAsManyStatesAsThereAre() {
        Epoch epoch = take(PARTITION).epoch();
        Map<ClientId, ClientState> many = new HashMap<>();
        IntStream.range(0, 10_000).forEach(i -> many.put(new ClientId("C-" + i), samples.fallen("C-" + i)));

        checkpoint(epoch, 10_000, Counts.NONE, List.of(), many);

        assertThat(states(PARTITION)).hasSize(10_000);
    }

    @Test
    void detectionsAreKeptInTheOrderFound() {
        Epoch epoch = take(PARTITION).epoch();

        record(epoch, samples.detection(PARTITION, 7, "M-7"), samples.detection(PARTITION, 5, "M-5"));
        record(epoch, samples.detection(PARTITION, 6, "M-6"));

        assertThat(movementsFound()).containsExactly("M-7", "M-5", "M-6");
        assertThat(movementsAlerted()).containsExactly("M-7", "M-5", "M-6");
    }

    @Test
    protected void aDetectionThatIsAlreadyKeptChangesNothing() {
        Epoch epoch = take(PARTITION).epoch();

        record(epoch, samples.detection(PARTITION, 5, "M-5"));
        record(epoch, samples.detection(PARTITION, 5, "M-5"), samples.detection(PARTITION, 6, "M-6"));

        assertThat(movementsFound()).containsExactly("M-5", "M-6");
        assertThat(movementsAlerted()).containsExactly("M-5", "M-6");
    }

    @Test
    void theNextTakerIsToldHowFarSomethingWasFound() {
        Epoch epoch = take(PARTITION).epoch();

        journal()
                .record(epoch, List.of(samples.detection(PARTITION, 5, "M-5")), 9)
                .block();
        journal()
                .record(epoch, List.of(samples.detection(PARTITION, 4, "M-4")), 7)
                .block();

        assertThat(take(PARTITION).foundUpTo()).isEqualTo(9);
        assertThat(take(PARTITION).nextOffset()).isZero();
    }

    @Test
    void aPartitionThatNobodyEverTookIsJudgedByTheNewestEdition() {
        assertThat(take(PARTITION, 7).edition()).isEqualTo(7);
        assertThat(take(OTHER, 0).edition()).isZero();
    }

    @Test
    void whatWasRecordedIsJudgedAgainByTheEditionOfTheCheckpoint() {
        Epoch epoch = take(PARTITION, 3).epoch();
        checkpoint(epoch, new Journal.Checkpoint(5, Counts.NONE, List.of(), Map.of(), 4));
        journal()
                .record(epoch, List.of(samples.detection(PARTITION, 5, "M-5")), 6)
                .block();

        assertThat(take(PARTITION, 9).edition()).isEqualTo(4);
        assertThat(take(PARTITION, 9).edition()).isEqualTo(4);
    }

    @Test
    void whereNothingWasRecordedSinceTheCheckpointTheNewestEditionJudges() {
        Epoch epoch = take(PARTITION, 3).epoch();
        journal()
                .record(epoch, List.of(samples.detection(PARTITION, 4, "M-4")), 5)
                .block();
        checkpoint(epoch, new Journal.Checkpoint(5, Counts.NONE, List.of(), Map.of(), 4));

        assertThat(take(PARTITION, 9).edition()).isEqualTo(9);
        assertThat(take(PARTITION, 0).edition()).isEqualTo(9);
    }

    @Test
    void aTakerWhoHasSeenLessDoesNotGoBackToAnOlderEdition() {
        take(PARTITION, 7);

        assertThat(take(PARTITION, 6).edition()).isEqualTo(7);
    }

    @Test
    void suppressedFindingsAreKeptWithoutAnAlert() {
        Epoch epoch = take(PARTITION).epoch();

        record(epoch, samples.suppressed(PARTITION, 5, "M-5"));

        assertThat(movementsFound()).containsExactly("M-5");
        assertThat(movementsAlerted()).isEmpty();
    }

    @Test
    void aCheckpointKeepsItsDetectionsWithTheStates() {
        Epoch epoch = take(PARTITION).epoch();

        checkpoint(epoch, 9, Counts.NONE, List.of(samples.detection(PARTITION, 5, "M-5")), Map.of());

        assertThat(movementsAlerted()).containsExactly("M-5");
        assertThat(take(PARTITION).nextOffset()).isEqualTo(9);
    }

    @Test
    void whoNoLongerHoldsTheEpochRecordsNothing() {
        Epoch zombie = take(PARTITION).epoch();
        take(PARTITION);

        assertThatThrownBy(() -> record(zombie, samples.detection(PARTITION, 5, "M-5")))
                .isInstanceOf(Fenced.class);

        assertThat(movementsFound()).isEmpty();
        assertThat(movementsAlerted()).isEmpty();
    }

    @Test
    void whoNoLongerHoldsTheEpochCheckpointsNothing() {
        Epoch zombie = take(PARTITION).epoch();
        Epoch holder = take(PARTITION).epoch();
        checkpoint(holder, 3, new Counts(3, 0, 0), List.of(), Map.of());
        Map<ClientId, ClientState> changed = Map.of(new ClientId("C-1"), samples.fallen("C-1"));

        assertThatThrownBy(() ->
                        checkpoint(zombie, 8, Counts.NONE, List.of(samples.detection(PARTITION, 5, "M-5")), changed))
                .isInstanceOf(Fenced.class);

        assertThat(movementsFound()).isEmpty();
        assertThat(states(PARTITION)).isEmpty();
        assertThat(take(PARTITION).nextOffset()).isEqualTo(3);
    }

    @Test
    void partitionsKnowNothingOfEachOther() {
        Epoch epoch = take(PARTITION).epoch();
        take(OTHER);

        checkpoint(epoch, 5, Counts.NONE, List.of(), Map.of(new ClientId("C-1"), samples.fallen("C-1")));

        assertThat(take(OTHER).nextOffset()).isZero();
        assertThat(states(OTHER)).isEmpty();
    }

    private Journal.Taken take(Partition partition) {
        return take(partition, 0);
    }

    private Journal.Taken take(Partition partition, long newestEdition) {
        return Objects.requireNonNull(journal().take(partition, newestEdition).block());
    }

    private Map<ClientId, ClientState> states(Partition partition) {
        return Objects.requireNonNull(journal()
                .states(partition)
                .collectMap(Journal.Known::client, Journal.Known::state)
                .block());
    }

    private void record(Epoch epoch, Detection... detections) {
        journal().record(epoch, List.of(detections), 100).block();
    }

    private void checkpoint(
            Epoch epoch,
            long nextOffset,
            Counts counts,
            List<Detection> detections,
            Map<ClientId, ClientState> changed) {
        checkpoint(epoch, new Journal.Checkpoint(nextOffset, counts, detections, changed, 0));
    }

    private void checkpoint(Epoch epoch, Journal.Checkpoint checkpoint) {
        journal().checkpoint(epoch, checkpoint).block();
    }

    private static byte[] bytes(ClientState state) {
        return new ClientStateCodec().encode(state);
    }
}
