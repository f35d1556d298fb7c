package io.tidemark.local.sms;

import java.util.concurrent.CompletableFuture;

/** What a provider does with a segment it is given. */
public sealed interface Answer {

    /** Takes it and says so. */
    record Accept() implements Answer {}

    /** Says no, with the protocol's number for why. */
    record Refuse(int status) implements Answer {}

    /** Takes it, and drops the connection before saying so. */
    record Drop() implements Answer {}

    /** Takes it, and says so no sooner than the gate is open. */
    record Late(CompletableFuture<Void> gate) implements Answer {}
}
