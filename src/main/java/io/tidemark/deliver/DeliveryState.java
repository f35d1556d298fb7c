package io.tidemark.deliver;

/** Where a delivery, and the message it went into, is. */
public enum DeliveryState {
    /** To be sent when it is due. */
    PLANNED,
    /** Somebody prepares to send it. */
    CLAIMED,
    /** A gateway has it, or is about to. */
    SUBMITTING,
    /** The provider has it. */
    ACCEPTED,
    /** It is on the phone. */
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** It was not needed any more, or it was too late. */
    EXPIRED,
    /** It may have arrived and may not; a receipt may still say. */
    UNKNOWN
}
