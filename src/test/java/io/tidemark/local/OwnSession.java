package io.tidemark.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a terminal's Ctrl-C from the servers: it goes to every process of the foreground group, and they would be gone
 * before the service had put its affairs in order.
 */
final class OwnSession {
    /** Not on macOS; there the servers and the service end at the same time. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    static List<String> of(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        var inSession = new ArrayList<String>();
        inSession.add(SETSID.toString());
        inSession.addAll(command);
        return inSession;
    }
}
