package io.tidemark.local.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far the replay is: on a terminal on one line written again and again, elsewhere on a line now and then. */
public final class Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long said = begun;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Java can't say whether a person looks at its output before version 22, any shell can. */
    public static Progress onStandardOutput() {
        return new Progress(System.out, isTerminal());
    }

    private static boolean isTerminal() {
        try {
            var test =
                    new ProcessBuilder("/bin/sh", "-c", "test -t 1").inheritIO().start();
            return test.waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void at(long count) {
        var now = System.nanoTime();
        if (now - said < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        said = now;
        if (terminal) {
            out.print("\r" + sentence(count));
            out.flush();
        } else {
            out.println(sentence(count));
        }
    }

    void end(long count) {
        out.println((terminal ? "\r" : "") + sentence(count) + " - all of them.");
    }

    private String sentence(long count) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT, "Replayed %,d lines in %.1f s (%,.0f/s)", count, seconds, count / Math.max(seconds, 1e-3));
    }
}
