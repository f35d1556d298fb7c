package io.tidemark.intake;

import io.tidemark.alert.Alerts;
import io.tidemark.alert.Detection;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Rates;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.Verdict;
import io.tidemark.intake.ParkedRecords.Parked;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.MalformedReason;
import io.tidemark.movement.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fold of one partition: its clients' states in memory, and what its records mean. Knows no clock and does no I/O.
 * For one caller at a time.
 */
final class PartitionFold {
    private final Partition partition;
    private Rules rules;
    private final Map<ClientId, ClientState> states;
    private final Set<ClientId> withOpenLegs = new HashSet<>();
    private Map<ClientId, ClientState> changed = new HashMap<>();
    private Counts counts;
    private final long foundUpTo;
    private long nextOffset;
    private long checkpointedOffset;

    /**
     * @param rules with the editions that were taken
     * @param states as the journal has them; owned by this fold from now on
     */
    PartitionFold(Rules rules, Journal.Taken taken, Map<ClientId, ClientState> states) {
        this.partition = taken.epoch().partition();
        this.rules = rules;
        this.states = states;
        this.counts = taken.counts();
        this.foundUpTo = taken.foundUpTo();
        this.nextOffset = taken.nextOffset();
        this.checkpointedOffset = taken.nextOffset();
        states.forEach(this::noteOpenLegs);
    }

    /** Folds a batch; what it means must be kept before the next checkpoint. */
    Folded fold(List<RawRecord> batch, Instant now) {
        List<Detection> detections = new ArrayList<>(0);
        List<Parked> parked = new ArrayList<>(0);
        long latestAllowed = rules.latestAllowed(now);
        int applied = 0;
        for (RawRecord record : batch) {
            try {
                Movement movement = rules.decoder().decode(record.key(), record.value());
                rules.requireNotAfter(latestAllowed, movement);
                applied += judge(movement, record.offset(), now, detections) ? 1 : 0;
            } catch (Malformed malformed) {
                parked.add(new Parked(record, malformed.reason()));
            } catch (Rates.NoRate noRate) {
                parked.add(new Parked(record, MalformedReason.NO_RATE));
            } catch (ArithmeticException overflow) {
                parked.add(new Parked(record, MalformedReason.VALUE_TOO_LARGE));
            }
            nextOffset = record.offset() + 1;
        }
        counts = counts.plus(applied, batch.size() - applied - parked.size(), parked.size());
        return new Folded(detections, parked, nextOffset);
    }

    /**
     * Lets legs leave transit whose grace has passed by the wall clock; absent if none was due. None is, as long as the
     * fold repeats what was folded before a crash: what was found then was found with the legs where they were.
     */
    Optional<List<Detection>> expire(Instant now) {
        if (nextOffset < foundUpTo) {
            return Optional.empty();
        }
        List<Detection> detections = new ArrayList<>(0);
        boolean any = false;
        for (ClientId client : List.copyOf(withOpenLegs)) {
            ClientState before = states.getOrDefault(client, ClientState.NEW);
            any |= became(client, before, rules.detector().expire(before, now.toEpochMilli()), now, detections);
        }
        return any ? Optional.of(detections) : Optional.empty();
    }

    /**
     * Judges by newer rules from now on, and says whether it does. It does not if they are not newer, nor as long as the
     * fold repeats what was folded before a crash. A checkpoint must know of it before what is folded after it is kept.
     */
    boolean adopt(Rules newer) {
        if (newer.edition() <= rules.edition() || nextOffset < foundUpTo) {
            return false;
        }
        rules = newer;
        return true;
    }

    /** Whether there is anything that the last checkpoint does not know. */
    boolean isAhead() {
        return nextOffset > checkpointedOffset || !changed.isEmpty();
    }

    /** Where the fold stands now, as far as it has changed since the last call. */
    Journal.Checkpoint checkpoint(List<Detection> detections) {
        Map<ClientId, ClientState> sinceLast = changed;
        changed = new HashMap<>();
        checkpointedOffset = nextOffset;
        return new Journal.Checkpoint(nextOffset, counts, detections, sinceLast, rules.edition());
    }

    /** Whether the movement was applied; a stale or repeated one is not. */
    private boolean judge(Movement movement, long offset, Instant now, List<Detection> detections) {
        ClientState before = states.getOrDefault(movement.client(), ClientState.NEW);
        Verdict verdict = rules.detector().judge(before, movement, offset, now.toEpochMilli());
        return became(movement.client(), before, verdict, now, detections);
    }

    private boolean became(
            ClientId client, ClientState before, Verdict verdict, Instant now, List<Detection> detections) {
        ClientState after = verdict.state();
        if (after.equals(before)) {
            return false;
        }
        states.put(client, after);
        changed.put(client, after);
        noteOpenLegs(client, after);
        verdict.judgements()
                .forEach(judgement ->
                        detections.add(Alerts.detection(partition.topic(), partition.number(), judgement, now)));
        return true;
    }

    private void noteOpenLegs(ClientId client, ClientState state) {
        if (state.transfers().anyOpen()) {
            withOpenLegs.add(client);
        } else if (!withOpenLegs.isEmpty()) {
            withOpenLegs.remove(client);
        }
    }

    /**
     * What a batch means.
     *
     * @param nextOffset after the batch
     */
    record Folded(List<Detection> detections, List<Parked> parked, long nextOffset) {}
}
