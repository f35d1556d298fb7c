package io.tidemark.feed;

import io.tidemark.feed.Cursor.Gap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/**
 * One connection to the feed: a cursor and what it wants. Each batch of frames answers one request, and is everything
 * there is at that moment, up to a limit: so an idle connection is written to at once, and a busy one in few writes.
 * Asking for the next batch says that the last one was taken.
 */
public final class Listener implements Publisher<List<byte[]>>, Subscription {
    private final Audience audience;
    private final Interest interest;
    private final Line line;
    private final FeedLimits limits;
    private final Pace pace;
    private final Cursor cursor;
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Subscriber<? super List<byte[]>> subscriber;
    private volatile @Nullable Farewell farewell;

    Listener(Audience audience, Interest interest, Line line) {
        this.audience = audience;
        this.interest = interest;
        this.line = line;
        this.limits = audience.limits();
        this.pace = new Pace(limits.patience(), audience.now());
        this.cursor = audience.cursor(interest.since(), () -> line.loop().execute(this::drain));
        this.pace.told(cursor.position());
    }

    /** One subscriber only. */
    @Override
    public void subscribe(Subscriber<? super List<byte[]>> actual) {
        audience.enter(this, line.loop());
        actual.onSubscribe(this);
        subscriber = actual;
        drain();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    @Override
    public void cancel() {
        end();
        drain();
    }

    /** Says goodbye as soon as the connection takes it, or hangs up when it does not. */
    void dismiss(Farewell reason) {
        if (farewell == null) {
            farewell = reason;
        }
        line.loop().execute(this::drain);
    }

    void drain() {
        Subscriber<? super List<byte[]>> actual = subscriber;
        if (actual == null || wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            if (!ended.get()) {
                stepOrFail(actual);
            }
            if (ended.get()) {
                cursor.stop();
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void stepOrFail(Subscriber<? super List<byte[]>> actual) {
        try {
            step(actual);
        } catch (RuntimeException failure) {
            end();
            actual.onError(failure);
        }
    }

    private void step(Subscriber<? super List<byte[]>> actual) {
        while (requested.get() > 0 && !ended.get()) {
            if (farewell != null) {
                part(actual, farewell);
                return;
            }
            List<byte[]> batch = gather();
            if (batch.isEmpty()) {
                pace.idle();
                return;
            }
            requested.decrementAndGet();
            pace.sent(audience.now(), cursor.position());
            actual.onNext(batch);
        }
        whileNotAsked();
    }

    private List<byte[]> gather() {
        Batch batch = new Batch(limits.batchBytes());
        while (batch.hasRoom()) {
            RingEntry next = cursor.peek();
            Gap gap = cursor.takeGap();
            if (gap != null) {
                batch.add(interest.form().gap(gap.requested(), gap.continuesFrom()));
            }
            if (next == null) {
                break;
            }
            if (interest.visible().test(next.event())) {
                batch.add(next.as(interest.form()));
            }
            cursor.advance();
        }
        if (batch.isEmpty() && pace.isSilent(audience.now())) {
            batch.add(heartbeat());
        }
        return batch.frames();
    }

    /** Tells the position as well if it has moved: so that it need not be replayed what it doesn't want to see. */
    private byte[] heartbeat() {
        return cursor.position() > pace.told()
                ? interest.form().heartbeat(cursor.position())
                : interest.form().heartbeat();
    }

    private void whileNotAsked() {
        if (ended.get()) {
            return;
        }
        pace.busy(audience.now());
        if (farewell == null) {
            skipUnseen();
            if ((cursor.isLive() && cursor.isBehindRing()) || pace.isStalled(audience.now())) {
                farewell = Farewell.LAGGED;
            }
        } else if (pace.isOverdue(audience.now())) {
            end();
            line.hangUp().run();
        }
    }

    /** What it doesn't want to see costs it nothing. */
    private void skipUnseen() {
        if (cursor.isLive() && cursor.isBehindRing()) {
            return;
        }
        RingEntry next = cursor.peek();
        while (next != null && !interest.visible().test(next.event())) {
            cursor.advance();
            next = cursor.peek();
        }
    }

    private void part(Subscriber<? super List<byte[]>> actual, Farewell reason) {
        end();
        actual.onNext(List.of(interest.form().bye(reason)));
        actual.onComplete();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            audience.leave(this, line.loop());
        }
    }
}
