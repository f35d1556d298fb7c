package io.tidemark.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a command to its end. */
final class Shell {
    private Shell() {}

    /** @param output both streams, as one text */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    static Outcome run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException notThere) {
            return new Outcome(127, notThere.getMessage());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }
}
