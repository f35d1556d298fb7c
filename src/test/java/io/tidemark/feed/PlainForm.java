package io.tidemark.feed;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Frames that a test can read. */
class PlainForm implements Form {
    final AtomicInteger encoded = new AtomicInteger();

    @Override
    public byte[] event(FeedEvent event) {
        encoded.incrementAndGet();
        return bytes(Long.toString(event.position()));
    }

    @Override
    public byte[] gap(long requested, long continuesFrom) {
        return bytes("gap " + requested + " " + continuesFrom);
    }

    @Override
    public byte[] bye(Farewell reason) {
        return bytes("bye " + reason.reason());
    }

    @Override
    public byte[] heartbeat() {
        return bytes("heartbeat");
    }

    @Override
    public byte[] heartbeat(long position) {
        return bytes("heartbeat " + position);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
