package io.tidemark.deliver;

/** Why an attempt or a delivery is not what it was meant to be. Few and fixed, as metrics are labelled with them. */
public enum Reason {
    /** Slow down: the provider, or a limit of our own, takes no more now. */
    THROTTLED(true),
    /** No connection, or refused at the door. */
    UNREACHABLE(true),
    /** The provider doesn't let us in: wrong credentials, no right, no balance. */
    NOT_ALLOWED(true),
    /** The provider has a fault of its own. */
    GATEWAY_FAULT(true),
    /** The provider doesn't take this content. */
    CONTENT_REFUSED(true),
    /** There is no such number or subscription. */
    BAD_ADDRESS(false),
    /** The person has no address for this channel. */
    NO_ADDRESS(false),
    /** No answer in time, after the bytes may have left. */
    NO_ANSWER(true),
    /** Taken, but the phone was not reached. */
    UNDELIVERABLE(false),
    /** Too late to be of use. */
    TOO_LATE(false),
    /** No longer needed: somebody has answered. */
    ACKNOWLEDGED(false),
    /** No longer needed: the client is back above the line, or the alert was ended. */
    RESOLVED(false),
    /** No longer needed: the person has seen it elsewhere. */
    SEEN(false),
    /** No longer this person's. */
    REASSIGNED(false),
    /** Whatever the provider says that has no place above. */
    OTHER(true);

    private final boolean worthAnother;

    Reason(boolean worthAnother) {
        this.worthAnother = worthAnother;
    }

    /** Whether another gateway, or the same one later, may do better. */
    public boolean worthAnother() {
        return worthAnother;
    }
}
