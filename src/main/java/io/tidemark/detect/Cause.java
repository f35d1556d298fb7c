package io.tidemark.detect;

/** What of a movement was judged. The two are judged apart and may each make an alert. */
public enum Cause {
    /** The movement was applied. */
    ARRIVAL,
    /** The movement is a leg of an own transfer whose partner did not come in time, so that its money left transit. */
    LEG_EXPIRED
}
