package io.tidemark.deliver.cmpp;

import org.jspecify.annotations.Nullable;

/** What a gateway says to us. */
sealed interface Inbound {

    /** @param version of the gateway, as {@link Version#code()} */
    record ConnectAnswer(long status, int version) implements Inbound {}

    /** @param id the gateway's id of the segment, of meaning only if the result is 0 */
    record SubmitAnswer(long id, long result) implements Inbound {}

    /**
     * A report, or a message from a phone, whose text nobody here reads.
     *
     * @param id of this very delivery
     * @param report absent if it is a message from a phone, or cannot be read
     */
    record Deliver(long id, boolean isReport, @Nullable Report report) implements Inbound {}

    /**
     * What became of a segment.
     *
     * @param id of the segment
     * @param stat one of a few words, or an operator's own code
     * @param submitTime year, month, day, hour and minute by two digits each, by China's clock
     * @param phone as the gateway writes it
     */
    record Report(long id, String stat, String submitTime, String phone) {}

    record Test() implements Inbound {}

    record TestAnswer() implements Inbound {}

    record Terminate() implements Inbound {}

    record TerminateAnswer() implements Inbound {}
}
