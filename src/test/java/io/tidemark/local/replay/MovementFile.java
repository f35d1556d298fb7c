package io.tidemark.local.replay;

import io.tidemark.local.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of lines, plain or gzipped; which one, its first bytes say, not its name. */
public final class MovementFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;

    private MovementFile(Path path) {
        this.path = path;
    }

    /** @throws CannotStart if it can't be read */
    public static MovementFile at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new CannotStart("There is no file " + path.toAbsolutePath()
                    + " to replay: give the path of an NDJSON file, plain or gzipped, in --tidemark.replay.file.");
        }
        var file = new MovementFile(path);
        try (var lines = file.open()) {
            lines.next();
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "The file " + path.toAbsolutePath() + " can't be read (" + unreadable + "): give one that you may"
                            + " read, NDJSON, plain or gzipped, in --tidemark.replay.file.",
                    unreadable);
        }
        return file;
    }

    public Path path() {
        return path;
    }

    Lines open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            return new Lines(isGzip(bytes) ? new GZIPInputStream(bytes, BUFFER) : bytes);
        } catch (IOException broken) {
            bytes.close();
            throw broken;
        }
    }

    private static boolean isGzip(InputStream bytes) throws IOException {
        bytes.mark(2);
        var gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip;
    }
}
