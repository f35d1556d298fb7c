package io.tidemark.local;

/** Where the service listens: the port that was asked for, or the usual one, or any if only that one is taken. */
final class WebPort {
    private static final int USUAL = 8080;

    private WebPort() {}

    /** @throws CannotStart if a port was asked for and is taken */
    static int choose(Arguments arguments) {
        var asked = arguments.valueAnywhere("server.port").map(WebPort::number);
        if (asked.isPresent()) {
            return free(asked.get());
        }
        if (Ports.isFree(USUAL)) {
            return USUAL;
        }
        var other = Ports.pick();
        System.out.println("Port " + USUAL + " is taken, so Tidemark listens on " + other + ".");
        return other;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new CannotStart(
                    "--server.port=" + text + " is not a port: give a number from 1 to 65535, or leave it out.",
                    noNumber);
        }
    }

    private static int free(int port) {
        if (port == 0) {
            return Ports.pick();
        }
        if (!Ports.isFree(port)) {
            throw new CannotStart("Port " + port + " is taken: end the process that listens there, or choose another"
                    + " one with --server.port=, or leave it out.");
        }
        return port;
    }
}
