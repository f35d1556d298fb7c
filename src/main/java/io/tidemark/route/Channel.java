package io.tidemark.route;

/** A way to reach a person, besides the live feed, which everybody may listen to. */
public enum Channel {
    /** Web Push to the person's phones and browsers. */
    PUSH,
    /** The bank's enterprise chat. */
    CHAT,
    SMS
}
