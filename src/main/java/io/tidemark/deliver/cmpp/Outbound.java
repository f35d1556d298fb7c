package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Segment;
import java.util.HexFormat;

/** What we say to a gateway. */
sealed interface Outbound {

    /**
     * Who we are, and the proof. The proof is hashed from the secret and never printed.
     *
     * @param proof 16 octets in hexadecimal
     * @param time month, day, hour, minute and second as ten digits read as a number
     */
    record Connect(String account, String proof, int time) implements Outbound {
        byte[] proofOctets() {
            return HexFormat.of().parseHex(proof);
        }

        @Override
        public String toString() {
            return "Connect[" + account + "]";
        }
    }

    /** One segment for one phone. */
    record Submit(Sender from, String to, String validUntil, Part part) implements Outbound {}

    /**
     * In whose name a segment goes out.
     *
     * @param account the provider's name for us, which stands as {@code Msg_src}
     * @param number the access number that the phone shows
     */
    record Sender(String account, String serviceId, String number, Fee fee) {}

    /** Who pays what: {@code Fee_UserType}, {@code FeeType}, {@code FeeCode}. */
    record Fee(int userType, String type, String code) {}

    /**
     * @param number from 1
     * @param format {@code Msg_Fmt}
     */
    record Part(int of, int number, int format, Segment segment) {}

    /** Whether we have what was delivered; anything but 0 asks for it again. */
    record DeliverAnswer(long id, int result) implements Outbound {}

    /** Said to a gateway. */
    record Test() implements Outbound {}

    record TestAnswer() implements Outbound {}

    record Terminate() implements Outbound {}

    record TerminateAnswer() implements Outbound {}
}
