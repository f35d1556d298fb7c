package io.tidemark.movement;

/** Why a record can't be judged and is parked; a closed set, used as a metric label and as the {@code reason} header. */
public enum MalformedReason {
    NOT_JSON,
    MISSING_FIELD,
    WRONG_TYPE,
    BAD_ID,
    KEY_NOT_CLIENT,
    AMOUNT_NOT_POSITIVE,
    TOO_MANY_FRACTION_DIGITS,
    VALUE_TOO_LARGE,
    UNKNOWN_CURRENCY,
    NO_RATE,
    BAD_TIME,
    BOOKED_IN_FUTURE
}
