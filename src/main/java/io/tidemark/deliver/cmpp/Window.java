package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.cmpp.Inbound.SubmitAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The submits that the gateway has not answered, never more than it allows, and the messages that wait for their turn,
 * in their order. Who waits too long is refused; what is unanswered too long is in doubt, gives its place to the next
 * and is never mistaken for it, as no sequence number comes twice. Belongs to the connection's event loop.
 */
final class Window {
    /** Beyond that, nobody's turn would come in time. */
    private static final int MOST_WAITING = 1024;

    private static final Logger log = LoggerFactory.getLogger(Window.class);

    private final Line line;
    private final Sequence sequence;
    private final Pace pace;
    private final Map<Integer, Flight> unanswered = new HashMap<>();
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private @Nullable Reason closed;
    private long pausedUntil = System.nanoTime();

    Window(Line line, Sequence sequence, Pace pace) {
        this.line = line;
        this.sequence = sequence;
        this.pace = pace;
    }

    /** How much, how long, and how long not. */
    record Pace(int window, Duration submitTimeout, Duration throttlePause) {}

    private record Flight(Outgoing message, int index, Future<?> timer) {}

    void add(Outgoing message) {
        if (closed != null) {
            message.stop(Refused.because(closed));
            return;
        }
        long pause = pausedUntil - System.nanoTime();
        if (pause > 0 || waiting.size() >= MOST_WAITING) {
            message.stop(throttled(pause > 0 ? Duration.ofNanos(pause) : pace.throttlePause()));
            return;
        }
        waiting.add(message);
        fill();
        if (message.hasMore()) {
            message.waitsUntil(
                    line.after(pace.submitTimeout(), () -> giveUp(message, throttled(pace.throttlePause()))));
        }
    }

    /** Takes it out if none of it was sent. */
    void withdraw(Outgoing message) {
        if (message.isUntouched()) {
            waiting.remove(message);
        }
    }

    void answered(int number, SubmitAnswer answer) {
        Flight flight = unanswered.remove(number);
        if (flight == null) {
            log.info(
                    "An answer came for submit {}, which nobody waits for any more.", Integer.toUnsignedString(number));
            return;
        }
        flight.timer().cancel(false);
        if (answer.result() == Results.TAKEN) {
            flight.message().accepted(flight.index(), Reports.part(answer.id()));
        } else {
            refused(flight, answer.result());
        }
        fill();
    }

    private void refused(Flight flight, long result) {
        Reason reason = Results.reason(result);
        log.info("The gateway refused a submit with result {}.", result);
        if (reason == Reason.THROTTLED) {
            pausedUntil = System.nanoTime() + pace.throttlePause().toNanos();
            List.copyOf(waiting).stream()
                    .filter(Outgoing::isUntouched)
                    .forEach(message -> giveUp(message, throttled(pace.throttlePause())));
        }
        flight.message()
                .refused(reason == Reason.THROTTLED ? throttled(pace.throttlePause()) : Refused.because(reason));
    }

    /** Nothing goes out any more, and no answer comes. */
    void close(Reason reason) {
        closed = reason;
        List.copyOf(waiting).forEach(message -> giveUp(message, Refused.because(reason)));
        List.copyOf(unanswered.keySet()).forEach(this::silent);
    }

    private void giveUp(Outgoing message, Refused because) {
        waiting.remove(message);
        message.stop(because);
    }

    private void fill() {
        while (unanswered.size() < pace.window() && !waiting.isEmpty()) {
            Outgoing first = waiting.element();
            if (first.hasMore()) {
                write(first);
            }
            if (!first.hasMore()) {
                waiting.remove();
            }
        }
    }

    private void write(Outgoing message) {
        int number = sequence.next();
        int index = message.take();
        unanswered.put(number, new Flight(message, index, line.after(pace.submitTimeout(), () -> silent(number))));
        line.say(number, message.segment(index));
    }

    private void silent(int number) {
        Flight flight = unanswered.remove(number);
        if (flight != null) {
            flight.timer().cancel(false);
            flight.message().silent();
            if (closed == null) {
                fill();
            }
        }
    }

    private static Refused throttled(Duration pause) {
        return new Refused(Reason.THROTTLED, pause);
    }
}
