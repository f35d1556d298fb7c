package io.tidemark.feed;

import java.util.ArrayList;
import java.util.List;

/** Frames that are written together. */
final class Batch {
    private final List<byte[]> frames = new ArrayList<>(1);
    private int room;

    Batch(int bytes) {
        this.room = bytes;
    }

    /** The last frame may go beyond the limit, so that a frame larger than it still has its turn. */
    boolean hasRoom() {
        return room > 0;
    }

    void add(byte[] frame) {
        frames.add(frame);
        room -= frame.length;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    List<byte[]> frames() {
        return frames;
    }
}
