package io.tidemark.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Everything one run writes, under one directory that goes away with it.
 *
 * A small shell process waits for the end of this JVM, then ends the servers (each has left a file {@code *.kill} with
 * the arguments for {@code kill}) and removes the directory: so it happens even when the JVM itself had no chance to,
 * as after SIGKILL.
 */
final class RunDirectory implements AutoCloseable {
    static final String VARIABLE = "TIDEMARK_LOCAL_DIRECTORY";
    static final String ELSEWHERE = "name another directory in the environment variable " + VARIABLE + ".";

    private static final long NEEDED_MEGABYTES = 500;

    private static final String WATCH = """
            trap '' INT TERM HUP
            cat >/dev/null
            cd "$1" || exit
            for arguments in *.kill; do
              if [ -f "$arguments" ]; then
                read -r signal process <"$arguments"
                kill "$signal" "$process"
                tries=40
                while kill -0 "$process" && [ $((tries -= 1)) -gt 0 ]; do sleep 0.05; done
              fi
            done 2>/dev/null
            cd /
            for try in 1 2 3 4 5; do
              rm -rf "$1" 2>/dev/null && break
              sleep 1
            done
            """;

    private final Path path;
    private final Process watch;

    private RunDirectory(Path path, Process watch) {
        this.path = path;
        this.watch = watch;
    }

    static RunDirectory create(Path parent) {
        try {
            var free = Files.getFileStore(parent).getUsableSpace() >> 20;
            if (free < NEEDED_MEGABYTES) {
                throw new CannotStart("Only " + free + " MB are free in " + parent + ", where the local servers keep"
                        + " their data, and they need " + NEEDED_MEGABYTES + ": free some space, or " + ELSEWHERE);
            }
            // Others may pass through: started by root, PostgreSQL may have to become somebody else.
            var path = Files.createTempDirectory(
                    parent,
                    "tidemark-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            return new RunDirectory(path, watch(path));
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The local servers can't keep their data in " + parent + " (" + reason(unwritable) + "): make it a"
                            + " directory that you may write to, or " + ELSEWHERE,
                    unwritable);
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName();
    }

    private static Process watch(Path path) throws IOException {
        return new ProcessBuilder(OwnSession.of(List.of("/bin/sh", "-c", WATCH, "tidemark-watch", path.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Ends the servers and removes everything, as the end of this JVM does. */
    @Override
    public void close() {
        try {
            watch.getOutputStream().close();
            watch.waitFor();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
