package io.tidemark.deliver;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Fills one segment after the other with whole characters, and closes the last one with an ellipsis if there are more. */
final class Bodies {
    private final int room;
    private final int most;
    private final List<byte[]> full = new ArrayList<>();
    private final Deque<byte[]> open = new ArrayDeque<>();

    private Bodies(int room, int most) {
        this.room = room;
        this.most = most;
    }

    static List<byte[]> of(List<byte[]> characters, List<byte[]> ellipsis, int room, int most) {
        Bodies bodies = new Bodies(room, most);
        for (byte[] character : characters) {
            if (!bodies.take(character)) {
                bodies.endWith(ellipsis);
                break;
            }
        }
        bodies.full.add(joined(bodies.open));
        return bodies.full;
    }

    private boolean take(byte[] character) {
        if (length(open) + character.length > room) {
            if (full.size() == most - 1) {
                return false;
            }
            full.add(joined(open));
            open.clear();
        }
        return open.add(character);
    }

    private void endWith(List<byte[]> ellipsis) {
        while (length(open) + length(ellipsis) > room) {
            open.removeLast();
        }
        open.addAll(ellipsis);
    }

    static int length(Iterable<byte[]> characters) {
        int length = 0;
        for (byte[] character : characters) {
            length += character.length;
        }
        return length;
    }

    static byte[] joined(Iterable<byte[]> characters) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        characters.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
