package io.tidemark.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.app.PolicyDocument;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Rates;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Policies;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Verdict;
import io.tidemark.detect.Versions;
import io.tidemark.movement.RandomMovements.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomMovementsTest {
    private final MovementDecoder decoder = new MovementDecoder();

    @Test
    void theSameSeedMakesTheSameMovements() {
        RandomMovements one = RandomMovements.wild(7, 20, 2000);
        RandomMovements other = RandomMovements.wild(7, 20, 2000);

        one.forEachRemaining(entry -> assertThat(entry).isEqualTo(other.next()));

        assertThat(other.hasNext()).isFalse();
    }

    @Test
    void whatIsWrittenIsReadAsWhatWasMeant() throws Malformed {
        for (RandomMovements stream = RandomMovements.wild(8, 20, 2000); stream.hasNext(); ) {
            Entry entry = stream.next();
            if (entry.movement() != null) {
                assertThat(decoder.decode(entry.key(), entry.value())).isEqualTo(entry.movement());
            } else {
                assertThatThrownBy(() -> decoder.decode(entry.key(), entry.value()))
                        .isInstanceOf(Malformed.class);
            }
        }
    }

    @Test
    void aCalmStreamRaisesOneOrTwoAlertsInAHundredMovementsAndLeavesNothingInTransit() {
        int count = 200_000;
        Detector detector = new Detector(
                Policies.always(policy()),
                Versions.always(Banks.NONE),
                Versions.always(new Rates(RandomMovements.BASE, RandomMovements.RATES)));
        Map<ClientId, ClientState> states = new HashMap<>();
        int judgements = 0;
        for (RandomMovements stream = RandomMovements.calm(9, 2_000, count); stream.hasNext(); ) {
            Entry entry = stream.next();
            if (entry.movement() != null) {
                ClientState state = states.getOrDefault(entry.client(), ClientState.NEW);
                Verdict verdict = detector.judge(state, entry.movement(), 0, 0);
                states.put(entry.client(), verdict.state());
                judgements += verdict.judgements().size();
            }
        }

        assertThat(judgements).isBetween(count / 100, count / 50);
        assertThat(states.values()).noneMatch(state -> state.transfers().anyOpen());
    }

    private static Policy policy() {
        return new PolicyDocument(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of(RandomMovements.OWN_BANK.value()),
                        Set.of(RandomMovements.TREASURY.value()))
                .toPolicy(1);
    }
}
