package io.tidemark.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free loopback ports from below the range that operating systems take for outgoing connections, so that a server that
 * was stopped finds its port still free when it is started again.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 200;

    private Ports() {}

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static int pick() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, LAST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new CannotStart("No free port was found between " + FIRST + " and " + LAST
                        + " on the loopback interface: end some of the processes that listen there."));
    }
}
