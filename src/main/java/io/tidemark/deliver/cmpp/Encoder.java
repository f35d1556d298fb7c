package io.tidemark.deliver.cmpp;

import io.netty.buffer.ByteBuf;
import io.tidemark.deliver.cmpp.Outbound.Connect;
import io.tidemark.deliver.cmpp.Outbound.DeliverAnswer;
import io.tidemark.deliver.cmpp.Outbound.Fee;
import io.tidemark.deliver.cmpp.Outbound.Part;
import io.tidemark.deliver.cmpp.Outbound.Submit;

/** Writes what we say: a head of the frame's length, the command and the sequence number, then the command's fields. */
final class Encoder {
    static final int ANSWER = 0x8000_0000;
    static final int CONNECT = 1;
    static final int TERMINATE = 2;
    static final int SUBMIT = 4;
    static final int DELIVER = 5;
    static final int TEST = 8;

    private static final int ACCOUNT = 6;
    private static final int SERVICE = 10;
    private static final int FEE_TYPE = 2;
    private static final int FEE_CODE = 6;
    private static final int TIME = 17;
    private static final int SOURCE = 21;

    private final Version version;

    Encoder(Version version) {
        this.version = version;
    }

    void encode(Frame<Outbound> frame, ByteBuf out) {
        int start = out.writerIndex();
        out.writeInt(0).writeInt(code(frame.command())).writeInt(frame.sequence());
        body(frame.command(), out);
        out.setInt(start, out.writerIndex() - start);
    }

    private static int code(Outbound command) {
        if (command instanceof Connect) {
            return CONNECT;
        } else if (command instanceof Submit) {
            return SUBMIT;
        } else if (command instanceof DeliverAnswer) {
            return ANSWER | DELIVER;
        } else if (command instanceof Outbound.Test) {
            return TEST;
        } else if (command instanceof Outbound.TestAnswer) {
            return ANSWER | TEST;
        }
        return command instanceof Outbound.Terminate ? TERMINATE : ANSWER | TERMINATE;
    }

    private void body(Outbound command, ByteBuf out) {
        if (command instanceof Connect connect) {
            Octets.write(out, connect.account(), ACCOUNT);
            out.writeBytes(connect.proofOctets()).writeByte(version.code()).writeInt(connect.time());
        } else if (command instanceof Submit submit) {
            submit(submit, out);
        } else if (command instanceof DeliverAnswer answer) {
            out.writeLong(answer.id());
            result(answer.result(), out);
        } else if (command instanceof Outbound.TestAnswer) {
            out.writeByte(0);
        }
    }

    private void result(int result, ByteBuf out) {
        if (version.resultWidth() == Integer.BYTES) {
            out.writeInt(result);
        } else {
            out.writeByte(result);
        }
    }

    /** Reports are wanted of each, the priority is the common one, the gateway gives the id. */
    private void submit(Submit submit, ByteBuf out) {
        Part part = submit.part();
        out.writeLong(0)
                .writeByte(part.of())
                .writeByte(part.number())
                .writeByte(1)
                .writeByte(0);
        Octets.write(out, submit.from().serviceId(), SERVICE);
        out.writeByte(submit.from().fee().userType());
        phone("", out);
        out.writeByte(0).writeByte(part.of() > 1 ? 1 : 0).writeByte(part.format());
        Octets.write(out, submit.from().account(), ACCOUNT);
        fee(submit.from().fee(), out);
        Octets.write(out, submit.validUntil(), TIME);
        out.writeZero(TIME);
        Octets.write(out, submit.from().number(), SOURCE);
        out.writeByte(1);
        phone(submit.to(), out);
        content(part, out);
    }

    private static void fee(Fee fee, ByteBuf out) {
        Octets.write(out, fee.type(), FEE_TYPE);
        Octets.write(out, fee.code(), FEE_CODE);
    }

    private void phone(String number, ByteBuf out) {
        Octets.write(out, number, version.phoneWidth());
        if (version.typesPhones()) {
            out.writeByte(0);
        }
    }

    private void content(Part part, ByteBuf out) {
        byte[] octets = part.segment().octets();
        out.writeByte(octets.length).writeBytes(octets).writeZero(version.submitTail());
    }
}
