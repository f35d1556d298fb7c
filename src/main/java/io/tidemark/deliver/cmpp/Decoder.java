package io.tidemark.deliver.cmpp;

import static io.tidemark.deliver.cmpp.Encoder.ANSWER;

import io.netty.buffer.ByteBuf;
import io.tidemark.deliver.cmpp.Inbound.ConnectAnswer;
import io.tidemark.deliver.cmpp.Inbound.Deliver;
import io.tidemark.deliver.cmpp.Inbound.Report;
import io.tidemark.deliver.cmpp.Inbound.SubmitAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a gateway says, one whole frame at a time. Whatever the octets are, it gives a command or throws a {@link
 * ProtocolViolation}, nothing else, and keeps none of them. Results are read in the width they come in, as some gateways
 * mix the versions.
 */
final class Decoder {
    /** Of a frame, head included: far more than the longest that the protocol knows. */
    static final int MOST = 64 * 1024;

    static final int HEAD = 12;

    private static final int DESTINATION = 21;
    private static final int SERVICE = 10;
    private static final int PROOF = 16;
    private static final int STAT = 7;
    private static final int TIME = 10;
    private static final int REPORT_WITHOUT_PHONE = Long.BYTES + STAT + 2 * TIME + Integer.BYTES;

    private final Version version;

    Decoder(Version version) {
        this.version = version;
    }

    /** @throws ProtocolViolation if no frame is as long as that */
    static int plausible(int length) {
        if (length < HEAD || length > MOST) {
            throw new ProtocolViolation("The gateway speaks of a frame of " + Integer.toUnsignedString(length)
                    + " octets; " + HEAD + " to " + MOST + " are possible.");
        }
        return length;
    }

    /** @param in one frame, from its length on */
    Frame<Inbound> decode(ByteBuf in) {
        try {
            plausible(in.readInt());
            int code = in.readInt();
            int sequence = in.readInt();
            return new Frame<>(sequence, command(code, in));
        } catch (IndexOutOfBoundsException tooShort) {
            throw new ProtocolViolation("The gateway sent a frame that is shorter than its fields.");
        }
    }

    private Inbound command(int code, ByteBuf in) {
        return switch (code) {
            case ANSWER | Encoder.CONNECT -> connectAnswer(in);
            case ANSWER | Encoder.SUBMIT -> new SubmitAnswer(in.readLong(), result(in, in.readableBytes()));
            case Encoder.DELIVER -> deliver(in);
            case Encoder.TEST -> new Inbound.Test();
            case ANSWER | Encoder.TEST -> new Inbound.TestAnswer();
            case Encoder.TERMINATE -> new Inbound.Terminate();
            case ANSWER | Encoder.TERMINATE -> new Inbound.TerminateAnswer();
            default ->
                throw new ProtocolViolation(
                        "The gateway sent command 0x" + Integer.toHexString(code) + ", which no gateway sends.");
        };
    }

    private static ConnectAnswer connectAnswer(ByteBuf in) {
        long status = result(in, in.readableBytes() - PROOF - 1);
        in.skipBytes(PROOF);
        return new ConnectAnswer(status, in.readUnsignedByte());
    }

    private static long result(ByteBuf in, int width) {
        return width >= Integer.BYTES ? in.readUnsignedInt() : in.readUnsignedByte();
    }

    private Deliver deliver(ByteBuf in) {
        long id = in.readLong();
        in.skipBytes(DESTINATION + SERVICE + 3 + version.phoneWidth() + (version.typesPhones() ? 1 : 0));
        boolean isReport = in.readUnsignedByte() == 1;
        ByteBuf content = in.readSlice(in.readUnsignedByte());
        return new Deliver(id, isReport, isReport ? report(content) : null);
    }

    /**
     * The phone takes what the others leave, as some gateways send the narrow field of 2.0 in 3.0. A report that is too
     * short is none, rather than a violation: it would come again on each new connection.
     */
    private static @Nullable Report report(ByteBuf content) {
        int phone = content.readableBytes() - REPORT_WITHOUT_PHONE;
        if (phone < 0) {
            return null;
        }
        long id = content.readLong();
        String stat = Octets.read(content, STAT);
        String submitTime = Octets.read(content, TIME);
        content.skipBytes(TIME);
        return new Report(id, stat, submitTime, Octets.read(content, phone));
    }
}
