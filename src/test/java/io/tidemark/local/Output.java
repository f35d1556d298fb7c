package io.tidemark.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to what a server says, until it says that it is ready or ends; the last lines tell why. */
final class Output {
    private static final int KEPT_LINES = 40;

    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Logger log;
    private final String readyMark;

    Output(String server, String readyMark) {
        this.log = LoggerFactory.getLogger("io.tidemark.local." + server);
        this.readyMark = readyMark;
    }

    /** Reads on to the end in a thread of its own, as a server whose output nobody reads comes to a halt. */
    void follow(Process process) {
        var reader = new Thread(() -> read(process), "local-" + log.getName() + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** True when the server is ready, false when it has ended instead. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    synchronized boolean contains(String text) {
        return lastLines.stream().anyMatch(line -> line.contains(text));
    }

    synchronized String lastLine() {
        return lastLines.isEmpty() ? "nothing" : lastLines.getLast().strip();
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.debug(line);
                keep(line);
                if (line.contains(readyMark)) {
                    ready.complete(true);
                }
            }
        } catch (IOException closed) {
            log.debug("The process is gone", closed);
        }
        ready.complete(false);
    }

    private synchronized void keep(String line) {
        lastLines.add(line);
        if (lastLines.size() > KEPT_LINES) {
            lastLines.remove();
        }
    }
}
