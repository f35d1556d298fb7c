package io.tidemark.local;

import java.nio.file.Path;

/** The last thing on the first screen: what to do now. */
final class Invitation {
    private Invitation() {}

    static String toWatch(int port) {
        return """

                Tidemark is up, and some hundreds of invented clients are moving their money.
                  Open          %1$s/
                  or watch with curl -N '%1$s/api/v1/alerts/stream?since=0'
                  answer with   curl -X POST -H 'Tidemark-Actor: M-11' '%1$s/api/v1/alerts/ALERT/acknowledge'
                                for the alertId of an alert; then nobody is told of it any more
                The managers' text messages are printed here. What nobody answers goes on to supervisors.
                Ctrl-C ends everything and leaves nothing behind.
                """.formatted(address(port));
    }

    static String toReplay(int port, Path file) {
        return """

                Tidemark is up and is given %2$s.
                  Open          %1$s/
                  or watch with curl -N '%1$s/api/v1/alerts/stream?since=0'
                  findings with curl '%1$s/api/v1/findings'
                Ctrl-C ends everything and leaves nothing behind.
                """.formatted(address(port), file);
    }

    static String address(int port) {
        return "http://127.0.0.1:" + port;
    }
}
