package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What sms-core's server cannot be made to do. */
class OddPeersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RunningGateway gateway(OddPeer peer, Map<String, Object> special) {
        Map<String, Object> settings = new HashMap<>(Map.of("port", peer.port()));
        settings.putAll(special);
        return RunningGateway.of(settings);
    }

    private static void awaitConnections(OddPeer peer, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(peer.connections()).isGreaterThanOrEqualTo(count));
    }

    @Test
    void aGatewayThatAnswersNoTestIsLeftAndTriedAgain() throws IOException {
        try (OddPeer peer = new OddPeer((command, sequence, out) -> {
                    if (command == OddPeer.CONNECT) {
                        OddPeer.letIn(sequence, out);
                    }
                });
                RunningGateway gateway = gateway(peer, Map.of("link.active-test", "20ms"))) {
            gateway.connected();
            awaitConnections(peer, 3);
        }
    }

    @Test
    void aGatewayThatDoesNotAnswerTheLoginIsTriedAgain() throws IOException {
        try (OddPeer peer = new OddPeer((command, sequence, out) -> {});
                RunningGateway gateway = gateway(peer, Map.of("link.timeout", "100ms"))) {
            awaitConnections(peer, 3);
            assertThat(gateway.submit("x")).isEqualTo(Refused.because(Reason.UNREACHABLE));
        }
    }

    @Test
    void nonsenseEndsTheConnectionAndLeavesWhatWasSentInDoubt() throws IOException {
        try (OddPeer peer = new OddPeer((command, sequence, out) -> {
                    if (command == OddPeer.CONNECT) {
                        OddPeer.letIn(sequence, out);
                    } else if (command == OddPeer.SUBMIT) {
                        out.writeInt(Integer.MAX_VALUE);
                        out.write(new byte[2_000]);
                    }
                });
                RunningGateway gateway = gateway(peer, Map.of())) {
            assertThat(gateway.connected().submit("x")).isEqualTo(new InDoubt(Reason.NO_ANSWER));
            awaitConnections(peer, 2);
            assertThat(peer.ended()).isPositive();
        }
    }

    @Test
    void aGatewayThatSpeaksBeforeTheLoginIsNotBelieved() throws IOException {
        try (OddPeer peer = new OddPeer((command, sequence, out) -> OddPeer.take(sequence, 1, out));
                RunningGateway gateway = gateway(peer, Map.of())) {
            awaitConnections(peer, 2);
            assertThat(gateway.submit("x")).isEqualTo(Refused.because(Reason.UNREACHABLE));
        }
    }

    @Test
    void aLongMessageOfWhichOneSegmentIsNeverAnsweredIsInDoubt() throws IOException {
        AtomicInteger heard = new AtomicInteger();
        try (OddPeer peer =
                        new OddPeer((command, sequence, out) -> answerAllButTheSecond(command, sequence, out, heard));
                RunningGateway gateway = gateway(peer, Map.of("submit-timeout", "300ms"))) {
            assertThat(gateway.connected().submit("客".repeat(200))).isEqualTo(new InDoubt(Reason.NO_ANSWER));
            assertThat(gateway.submit("x")).isEqualTo(new Accepted(List.of("0000000000000004")));
        }
    }

    private static void answerAllButTheSecond(int command, int sequence, DataOutputStream out, AtomicInteger heard)
            throws IOException {
        if (command == OddPeer.CONNECT) {
            OddPeer.letIn(sequence, out);
        } else if (command == OddPeer.SUBMIT && heard.incrementAndGet() != 2) {
            OddPeer.take(sequence, heard.get(), out);
        }
    }
}
