package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.cmpp.Outbound.Submit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, segment by segment. Accepted if the gateway took each; refused if it surely lacks one, as a
 * phone shows nothing of a message until it has all of it; in doubt otherwise. Once a segment is refused the rest is not
 * sent. Belongs to one event loop.
 */
final class Outgoing {
    private final List<Submit> segments;
    private final Consumer<Submission> outcome;
    private final String[] ids;
    private int next;
    private int unanswered;
    private boolean silent;
    private @Nullable Refused refused;
    private @Nullable Future<?> patience;

    /** @param outcome told once */
    Outgoing(List<Submit> segments, Consumer<Submission> outcome) {
        this.segments = List.copyOf(segments);
        this.outcome = outcome;
        this.ids = new String[segments.size()];
    }

    /** @param timer that says when it has waited too long; stopped when it is over */
    void waitsUntil(Future<?> timer) {
        patience = timer;
    }

    boolean isUntouched() {
        return next == 0;
    }

    boolean hasMore() {
        return refused == null && next < segments.size();
    }

    /** The index of the segment to send now. */
    int take() {
        unanswered++;
        return next++;
    }

    Submit segment(int index) {
        return segments.get(index);
    }

    void accepted(int index, String id) {
        ids[index] = id;
        answered();
    }

    void refused(Refused because) {
        refused = refused == null ? because : refused;
        answered();
    }

    void silent() {
        silent = true;
        answered();
    }

    /** What is not yet sent will not be. */
    void stop(Refused because) {
        if (hasMore()) {
            refused = because;
            tellIfOver();
        }
    }

    private void answered() {
        unanswered--;
        tellIfOver();
    }

    private void tellIfOver() {
        if (unanswered == 0 && !hasMore()) {
            if (patience != null) {
                patience.cancel(false);
            }
            outcome.accept(submission());
        }
    }

    private Submission submission() {
        if (refused != null) {
            return refused;
        }
        return silent ? new InDoubt(Reason.NO_ANSWER) : new Accepted(Arrays.asList(ids));
    }
}
