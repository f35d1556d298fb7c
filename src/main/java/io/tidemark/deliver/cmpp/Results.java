package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;

/** What a gateway means by the result of a submit. */
final class Results {
    static final long TAKEN = 0;

    private Results() {}

    /** @param result other than 0 */
    static Reason reason(long result) {
        return switch ((int) result) {
            // It cannot read what we sent: structure, command, sequence.
            case 1, 2, 3 -> Reason.GATEWAY_FAULT;
            // Length of the frame, length of the text.
            case 4, 6 -> Reason.CONTENT_REFUSED;
            // Fee, service, who pays, access number, account, whose account pays.
            case 5, 7, 9, 10, 11, 12 -> Reason.NOT_ALLOWED;
            case 8 -> Reason.THROTTLED;
            case 13 -> Reason.BAD_ADDRESS;
            default -> Reason.OTHER;
        };
    }
}
