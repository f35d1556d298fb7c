package io.tidemark.local;

import java.util.List;

/**
 * How a server is run.
 *
 * @param readyMark what it prints when it answers
 * @param stopSignal asks it to end in order, keeping its data
 * @param endSignal ends it at once; nothing outside of its directory may be left
 */
record Program(String name, int port, List<String> command, String readyMark, String stopSignal, String endSignal) {
    Program {
        command = List.copyOf(command);
    }
}
