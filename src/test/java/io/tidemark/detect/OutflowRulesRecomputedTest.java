package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Rates;
import io.tidemark.movement.Movement;
import io.tidemark.movement.RandomMovements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packed history finds is what the whole list of movements says. */
class OutflowRulesRecomputedTest {
    private static final Rates RATES = new Rates(RandomMovements.BASE, RandomMovements.RATES);
    /** Short reaches, so that sixty days forget much and the rules speak often. */
    private static final String SHORT = """
            'lines':[],'watchFloor':'4500000','lateness':'P3D',
            'outflow':{'windows':[{'window':'PT24H','amount':'600000'},{'window':'P3D','amount':'1200000'},
                                  {'window':'P9D','amount':'2500000'}]},
            'abnormal':{'factor':1.5,'minimum':'50000','lookBack':'P6D','minimumHistory':'P9D'}""";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePackedHistoryForgetsNothingThatMatters(long seed) {
        Policy policy = TestPolicy.with(seed % 2 == 0 ? SHORT : "'lines':[]");
        Detector detector = new Detector(Policies.always(policy), Versions.always(Banks.NONE), Versions.always(RATES));
        Map<ClientId, ClientState> states = new HashMap<>();
        Map<ClientId, PlainOutflowRules> plain = new HashMap<>();
        List<String> found = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (RandomMovements stream = RandomMovements.wild(seed, 8, 3_000); stream.hasNext(); ) {
            Movement movement = stream.next().movement();
            if (movement == null) {
                continue;
            }
            ClientState before = states.getOrDefault(movement.client(), ClientState.NEW);
            Verdict verdict = detector.judge(before, movement, 0, 0);
            if (verdict.state().equals(before)) {
                continue;
            }
            states.put(movement.client(), verdict.state());
            verdict.judgements()
                    .forEach(judgement ->
                            judgement.findings().forEach(finding -> found.add(movement.id() + " " + finding)));
            plain.computeIfAbsent(movement.client(), client -> new PlainOutflowRules(policy, RATES))
                    .findings(movement, assetsBefore(before, movement))
                    .forEach(finding -> expected.add(movement.id() + " " + finding));
        }

        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    /** What has been in transit too long is gone before the movement; an unseen account had its balance before. */
    private static long assetsBefore(ClientState state, Movement movement) {
        long due = state
                .transfers()
                .due(leg -> movement.bookedAtNanos() - leg.leg().bookedAtNanos() > 120_000_000_000L)
                .stream()
                .mapToLong(leg -> leg.amount())
                .sum();
        boolean known = state.accounts().find(movement.account()) >= 0;
        long prior = known ? 0 : RATES.toBase(movement.balanceAfter() - movement.signedAmount(), movement.currency());
        return state.assets() - due + prior;
    }

    static List<Long> seeds() {
        return new Random(20250308).longs(20, 0, 1_000_000).boxed().toList();
    }
}
