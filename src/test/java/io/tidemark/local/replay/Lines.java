package io.tidemark.local.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, whatever they encode: only the line feed between them is taken away. */
final class Lines implements AutoCloseable {
    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** Null after the last one; a line feed at the very end begins no further line. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            if (position == filled && !fill()) {
                return begun == null ? null : begun.toByteArray();
            }
            var end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            begun = begun == null ? new ByteArrayOutputStream(end - position) : begun;
            begun.write(buffer, position, end - position);
            position = Math.min(end + 1, filled);
            if (end < filled) {
                return begun.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, stream.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
