package io.tidemark.deliver.cmpp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.tidemark.deliver.cmpp.Outbound.DeliverAnswer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Our side of a connection. What cannot be written ends it, and its end tells everybody. */
record Line(Channel channel) {

    void say(int sequence, Outbound command) {
        channel.writeAndFlush(new Frame<>(sequence, command)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** @param result 0 if we have it; anything else asks for it again */
    void answer(Frame<?> asked, long id, int result) {
        say(asked.sequence(), new DeliverAnswer(id, result));
    }

    /** Whether to read on. */
    void listen(boolean whether) {
        channel.config().setAutoRead(whether);
    }

    /** On the event loop; not at all if that has stopped. */
    void later(Runnable action) {
        later(action, () -> {});
    }

    /** @param ifStopped done at once if the event loop has stopped */
    void later(Runnable action, Runnable ifStopped) {
        try {
            channel.eventLoop().execute(action);
        } catch (RejectedExecutionException stopped) {
            ifStopped.run();
        }
    }

    Future<?> after(Duration time, Runnable action) {
        return channel.eventLoop().schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    Future<?> every(Duration time, Runnable action) {
        long period = time.toNanos();
        return channel.eventLoop().scheduleAtFixedRate(action, period, period, TimeUnit.NANOSECONDS);
    }

    void close() {
        var unused = channel.close();
    }
}
