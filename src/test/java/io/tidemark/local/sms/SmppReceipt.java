package io.tidemark.local.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** What an SMPP provider says of a segment, in the words of the protocol's appendix. */
record SmppReceipt(String phone, String to, MessageType type, String text) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuMMddHHmm").withZone(ZoneOffset.UTC);

    static SmppReceipt of(Submitted segment, String id, String state, Instant when) {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:" + MINUTE.format(when) + " done date:"
                + MINUTE.format(when) + " stat:" + state + " err:000 text:";
        return new SmppReceipt(segment.to(), segment.from(), MessageType.SMSC_DEL_RECEIPT, text);
    }

    /** Blocks until it is taken. */
    void bring(SMPPServerSession session)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                phone,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                to,
                new ESMClass(MessageMode.DEFAULT, type, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
