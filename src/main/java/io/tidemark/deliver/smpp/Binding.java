package io.tidemark.deliver.smpp;

import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A session and its end, whoever brings it about. */
final class Binding {
    private final SMPPSession session;
    private final Sinks.Empty<Void> ended = Sinks.empty();

    Binding(SMPPSession session) {
        this.session = session;
        session.addSessionStateListener((state, before, source) -> {
            if (state == SessionState.CLOSED) {
                ended.tryEmitEmpty();
            }
        });
    }

    SMPPSession session() {
        return session;
    }

    boolean canSend() {
        return session.getSessionState().isTransmittable();
    }

    /** Completes when there is no more to come; any number may wait for it. */
    Mono<Void> ended() {
        return ended.asMono();
    }
}
