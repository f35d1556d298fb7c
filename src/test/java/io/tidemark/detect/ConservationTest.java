package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.AccountId;
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

/** Money is conserved, and a state is what its bytes say, wherever random movements lead. */
class ConservationTest {
    private static final Rates RATES = new Rates(RandomMovements.BASE, RandomMovements.RATES);

    private final Detector detector =
            new Detector(Policies.always(TestPolicy.standard()), Versions.always(Banks.NONE), Versions.always(RATES));
    private final ClientStateCodec codec = new ClientStateCodec();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void assetsAreTheAccountsAndWhatIsInTransit(long seed) {
        Map<ClientId, ClientState> states = new HashMap<>();
        Map<AccountId, Movement> lastOfAccount = new HashMap<>();
        for (Movement movement : movements(seed)) {
            ClientState before = states.getOrDefault(movement.client(), ClientState.NEW);
            ClientState after = detector.judge(before, movement, 0, 0).state();
            states.put(movement.client(), after);
            if (!after.equals(before)) {
                lastOfAccount.put(movement.account(), movement);
            }
            assertThat(after.assets())
                    .as(movement.toString())
                    .isEqualTo(valueOf(movement.client(), lastOfAccount)
                            + after.transfers().inTransit());
            assertThat(after.transfers().anyOpen()).isEqualTo(after.transfers().inTransit() != 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOwnTransferThatCompletesChangesNothing(long seed) {
        Random random = new Random(seed);
        TestClient client = TestClient.standard();
        int accounts = 2 + random.nextInt(3);
        for (int i = 0; i < accounts; i++) {
            client.on("A" + i).has("" + (1_500_000 + random.nextInt(2_000_000)));
        }
        String assets = client.assets();
        for (int i = 0; i < 200; i++) {
            client.later("PT" + random.nextInt(100_000) + "S");
            String out = "A" + random.nextInt(accounts);
            String in = "A" + random.nextInt(accounts);
            String amount = "" + (1 + random.nextInt(1_000_000));
            boolean outFirst = random.nextBoolean();
            assertThat(leg(client, outFirst ? out : in, outFirst, i, amount)).isEmpty();
            assertThat(client.assets()).isEqualTo(assets);
            client.later("PT" + random.nextInt(121) + "S");
            assertThat(leg(client, outFirst ? in : out, !outFirst, i, amount)).isEmpty();
            assertThat(client.assets()).isEqualTo(assets);
            assertThat(client.inTransit()).isEqualTo("0.00");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingStaysInTransitOnceTheGraceHasPassed(long seed) {
        Map<ClientId, ClientState> states = new HashMap<>();
        for (Movement movement : movements(seed)) {
            states.compute(movement.client(), (client, state) -> detector.judge(
                            state == null ? ClientState.NEW : state, movement, 0, 0)
                    .state());
        }
        for (ClientState state : states.values()) {
            ClientState settled = detector.expire(state, 120_000).state();
            assertThat(settled.transfers().inTransit()).isZero();
            assertThat(settled.assets())
                    .isEqualTo(state.assets() - state.transfers().inTransit());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStateReadBackIsTheStateThatWasWritten(long seed) {
        Map<ClientId, ClientState> states = new HashMap<>();
        Map<ClientId, ClientState> readBack = new HashMap<>();
        Random random = new Random(seed);
        long offset = 0;
        for (Movement movement : movements(seed)) {
            Verdict verdict = judged(states, movement, offset);
            Verdict same = judged(readBack, movement, offset++);
            assertThat(same.judgements()).isEqualTo(verdict.judgements());
            byte[] bytes = codec.encode(verdict.state());
            assertThat(codec.encode(same.state())).isEqualTo(bytes);
            if (random.nextInt(5) == 0) {
                ClientState decoded = codec.decode(bytes, 0);
                assertThat(codec.encode(decoded)).isEqualTo(bytes);
                readBack.put(movement.client(), decoded);
            }
        }
    }

    private Verdict judged(Map<ClientId, ClientState> states, Movement movement, long offset) {
        Verdict verdict = detector.judge(states.getOrDefault(movement.client(), ClientState.NEW), movement, offset, 0);
        states.put(movement.client(), verdict.state());
        return verdict;
    }

    private static List<String> leg(TestClient client, String account, boolean out, int transfer, String amount) {
        client.on(account);
        return out ? client.sends("T" + transfer, amount) : client.receives("T" + transfer, amount);
    }

    private static long valueOf(ClientId client, Map<AccountId, Movement> lastOfAccount) {
        return lastOfAccount.values().stream()
                .filter(last -> last.client().equals(client))
                .mapToLong(last -> RATES.toBase(last.balanceAfter(), last.currency()))
                .sum();
    }

    private static List<Movement> movements(long seed) {
        List<Movement> movements = new ArrayList<>();
        RandomMovements.wild(seed, 6, 2_000).forEachRemaining(entry -> {
            if (entry.movement() != null) {
                movements.add(entry.movement());
            }
        });
        return movements;
    }

    static List<Long> seeds() {
        return new Random(20250307).longs(15, 0, 1_000_000).boxed().toList();
    }
}
