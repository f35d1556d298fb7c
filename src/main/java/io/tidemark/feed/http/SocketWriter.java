package io.tidemark.feed.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Writes batches of frames to a response's connection, each flushed, and asks for the next one only when the last has
 * left for the network. The stock way asks when it is queued, which lets a stalled reader pin 64 batches in place of one.
 */
final class SocketWriter implements CoreSubscriber<List<byte[]>> {
    private final Channel channel;
    private final MonoSink<Void> ended;
    private @Nullable Subscription source;

    private SocketWriter(Channel channel, MonoSink<Void> ended) {
        this.channel = channel;
        this.ended = ended;
    }

    /** Completes with the source, or when the connection is gone. The response's head must have been written. */
    static Mono<Void> write(Channel channel, Function<Channel, Publisher<List<byte[]>>> source) {
        return Mono.create(sink -> source.apply(channel).subscribe(new SocketWriter(channel, sink)));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        ended.onDispose(subscription::cancel);
        subscription.request(1);
    }

    @Override
    public void onNext(List<byte[]> batch) {
        ByteBuf bytes = batch.size() == 1
                ? Unpooled.wrappedBuffer(batch.get(0))
                : Unpooled.wrappedBuffer(batch.toArray(byte[][]::new));
        channel.writeAndFlush(new DefaultHttpContent(bytes)).addListener(this::written);
    }

    private void written(Future<? super Void> write) {
        if (write.isSuccess() && source != null) {
            source.request(1);
        } else {
            // The reader is gone, and whoever reads next starts from its last id: nothing is lost.
            ended.success();
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.error(failure);
    }

    @Override
    public void onComplete() {
        ended.success();
    }
}
