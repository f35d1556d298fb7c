package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Segments;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.cmpp.Inbound.SubmitAnswer;
import io.tidemark.deliver.cmpp.Outbound.Fee;
import io.tidemark.deliver.cmpp.Outbound.Part;
import io.tidemark.deliver.cmpp.Outbound.Sender;
import io.tidemark.deliver.cmpp.Outbound.Submit;
import io.tidemark.deliver.cmpp.Window.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long TAKEN = 0;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Deque<Integer> asked = new ArrayDeque<>();

    private Window window(int size) {
        return new Window(new Line(channel), new Sequence(), new Pace(size, TIMEOUT, PAUSE));
    }

    private static final class Sent {
        private final List<Submission> answers = new ArrayList<>();
        private final Outgoing message;

        Sent(int segments) {
            message = new Outgoing(submits(segments), answers::add);
        }

        Submission answer() {
            assertThat(answers).hasSize(1);
            return answers.get(0);
        }
    }

    private static List<Submit> submits(int count) {
        Sender from = new Sender("901234", "", "1069", new Fee(2, "01", "000000"));
        var segment = Segments.of("x", 1).parts().get(0);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Submit(from, "13800000000", "", new Part(count, number, 0, segment)))
                .toList();
    }

    private Sent add(Window window, int segments) {
        Sent sent = new Sent(segments);
        window.add(sent.message);
        return sent;
    }

    /** The numbers of the submits written since it was asked last. */
    private List<Integer> written() {
        List<Integer> numbers = new ArrayList<>();
        for (Frame<?> frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            numbers.add(frame.sequence());
        }
        asked.addAll(numbers);
        return numbers;
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void whatHasNoPlaceWaitsForIt() {
        Window window = window(2);
        Sent first = add(window, 1);
        add(window, 1);
        Sent third = add(window, 1);
        assertThat(written()).containsExactly(1, 2);
        window.answered(1, new SubmitAnswer(7, TAKEN));
        assertThat(first.answer()).isEqualTo(new Accepted(List.of("0000000000000007")));
        assertThat(written()).containsExactly(3);
        assertThat(third.answers).isEmpty();
    }

    @Test
    void whoWaitsTooLongIsThrottledAndNeverSent() {
        Window window = window(1);
        add(window, 1);
        pass(Duration.ofSeconds(3));
        Sent second = add(window, 1);
        Sent third = add(window, 1);
        pass(Duration.ofSeconds(2));
        assertThat(written()).containsExactly(1, 2);
        pass(Duration.ofSeconds(3));
        assertThat(third.answer()).isEqualTo(new Refused(Reason.THROTTLED, PAUSE));
        assertThat(second.answers).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(second.answer()).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsUnansweredTooLongIsInDoubtAndItsLateAnswerIsNobodys() {
        Window window = window(1);
        Sent first = add(window, 1);
        pass(TIMEOUT);
        assertThat(first.answer()).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        Sent second = add(window, 1);
        window.answered(1, new SubmitAnswer(1, TAKEN));
        assertThat(second.answers).isEmpty();
        window.answered(2, new SubmitAnswer(2, TAKEN));
        assertThat(second.answer()).isEqualTo(new Accepted(List.of("0000000000000002")));
        assertThat(first.answers).hasSize(1);
    }

    @Test
    void whenTheGatewaySaysTooMuchWhoWaitsIsSentAwayAndThoseWhoComeToo() {
        Window window = window(1);
        Sent first = add(window, 1);
        Sent second = add(window, 1);
        window.answered(1, new SubmitAnswer(0, 8));
        assertThat(first.answer()).isEqualTo(new Refused(Reason.THROTTLED, PAUSE));
        assertThat(second.answer()).isEqualTo(new Refused(Reason.THROTTLED, PAUSE));
        assertThat(((Refused) add(window, 1).answer()).reason()).isEqualTo(Reason.THROTTLED);
        assertThat(written()).containsExactly(1);
    }

    @Test
    void theRestOfAMessageIsNotSentOnceASegmentIsRefused() {
        Window window = window(2);
        Sent message = add(window, 5);
        window.answered(1, new SubmitAnswer(0, 6));
        assertThat(message.answers).isEmpty();
        window.answered(2, new SubmitAnswer(3, TAKEN));
        assertThat(message.answer()).isEqualTo(Refused.because(Reason.CONTENT_REFUSED));
        assertThat(written()).containsExactly(1, 2);
    }

    @Test
    void aMessageOfWhichOneSegmentIsUnansweredIsInDoubt() {
        Window window = window(3);
        Sent message = add(window, 3);
        window.answered(3, new SubmitAnswer(3, TAKEN));
        window.answered(1, new SubmitAnswer(1, TAKEN));
        pass(TIMEOUT);
        assertThat(message.answer()).isEqualTo(new InDoubt(Reason.NO_ANSWER));
    }

    @Test
    void aMessageWithdrawnBeforeItsTurnIsNotSent() {
        Window window = window(1);
        add(window, 1);
        Sent second = add(window, 1);
        window.withdraw(second.message);
        window.answered(1, new SubmitAnswer(1, TAKEN));
        assertThat(written()).containsExactly(1);
    }

    @Test
    void whenTheConnectionEndsWhatWasSentIsInDoubtAndTheRestRefused() {
        Window window = window(1);
        Sent first = add(window, 1);
        Sent second = add(window, 1);
        window.close(Reason.UNREACHABLE);
        assertThat(first.answer()).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        assertThat(second.answer()).isEqualTo(Refused.because(Reason.UNREACHABLE));
        assertThat(add(window, 1).answer()).isEqualTo(Refused.because(Reason.UNREACHABLE));
        assertThat(written()).containsExactly(1);
    }

    @Test
    void noMoreThanSoManyWait() {
        Window window = window(1);
        List<Sent> all = IntStream.range(0, 1_026).mapToObj(i -> add(window, 1)).toList();
        assertThat(all.get(1_024).answers).isEmpty();
        assertThat(all.get(1_025).answer()).isEqualTo(new Refused(Reason.THROTTLED, PAUSE));
    }

    /** Whatever happens in whatever order, the window holds and everybody gets one answer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void everyMessageGetsOneAnswerAndTheWindowHolds(int size) {
        for (int seed = 0; seed < 200; seed++) {
            new Story(size, new Random(seed)).tell();
        }
    }

    private final class Story {
        private final int size;
        private final Random random;
        private final Window window;
        private final List<Sent> messages = new ArrayList<>();
        private long answeredOrLate;

        Story(int size, Random random) {
            this.size = size;
            this.random = random;
            this.window = window(size);
            asked.clear();
        }

        void tell() {
            for (int step = 0; step < 60; step++) {
                happens();
                written();
                assertThat(asked.size() - answeredOrLate).isLessThanOrEqualTo(size);
            }
            window.close(Reason.UNREACHABLE);
            assertThat(messages).allSatisfy(Sent::answer);
            assertThat(written()).isEmpty();
        }

        private void happens() {
            switch (random.nextInt(4)) {
                case 0 -> messages.add(add(window, 1 + random.nextInt(4)));
                case 1 -> pass(Duration.ofMillis(random.nextInt(200)));
                default -> answer();
            }
        }

        /** In whatever order, and sometimes one that nobody asked for; after so little time none is too late. */
        private void answer() {
            if (asked.size() > answeredOrLate) {
                List<Integer> open = new ArrayList<>(asked);
                int number = open.get(open.size() - 1 - random.nextInt(Math.min(open.size(), size)));
                asked.remove(number);
                window.answered(number, new SubmitAnswer(number, random.nextInt(10) == 0 ? 6 : TAKEN));
            }
            window.answered(-1 - random.nextInt(9), new SubmitAnswer(0, TAKEN));
        }
    }
}
