package io.tidemark.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** A subscriber that takes what it is told to take, and remembers its last id as a browser does. */
class Reader implements CoreSubscriber<List<byte[]>> {
    final List<String> frames = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    private @Nullable Subscription connection;
    long lastId = -1;
    boolean completed;

    @Nullable
    Throwable failure;

    @Override
    public void onSubscribe(Subscription connection) {
        this.connection = connection;
    }

    Reader take(long batches) {
        if (connection != null) {
            connection.request(batches);
        }
        return this;
    }

    void disconnect() {
        if (connection != null) {
            connection.cancel();
        }
    }

    @Override
    public void onNext(List<byte[]> batch) {
        batches.add(batch.size());
        batch.forEach(bytes -> read(new String(bytes, StandardCharsets.UTF_8)));
    }

    private void read(String frame) {
        frames.add(frame);
        if (Character.isDigit(frame.charAt(0))) {
            lastId = Long.parseLong(frame);
        } else if (frame.startsWith("heartbeat ")) {
            lastId = Long.parseLong(frame.substring("heartbeat ".length()));
        }
    }

    @Override
    public void onError(Throwable problem) {
        failure = problem;
    }

    @Override
    public void onComplete() {
        completed = true;
    }
}
