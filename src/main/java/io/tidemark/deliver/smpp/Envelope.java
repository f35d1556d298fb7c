package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Segment;
import io.tidemark.deliver.Segments.Encoding;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * What is written on each segment of a message.
 *
 * @param mobile in international form, {@code +8613…}
 * @param validity how long the provider should try to reach the phone
 */
record Envelope(SmppSettings.Source from, String mobile, Duration validity) {
    private static final byte ZERO = 0;
    // Providers count in minutes, and the protocol has no room for more days than a month's.
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(28);

    /** Blocks until the answer; it is the provider's id of the segment. */
    String submit(SMPPSession session, Encoding encoding, Segment segment)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        from.ton(),
                        from.npi(),
                        from.address(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        mobile.startsWith("+") ? mobile.substring(1) : mobile,
                        esmClass(segment),
                        ZERO,
                        ZERO,
                        null,
                        validityPeriod(),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        ZERO,
                        new RawDataCoding((byte) encoding.dataCoding()),
                        ZERO,
                        segment.octets())
                .getMessageId();
    }

    private static ESMClass esmClass(Segment segment) {
        return new ESMClass(
                MessageMode.DEFAULT,
                MessageType.DEFAULT,
                segment.header().length == 0 ? GSMSpecificFeature.DEFAULT : GSMSpecificFeature.UDHI);
    }

    /** Relative: {@code YYMMDDhhmmsstnnR}, so that it needs no agreement about what time it is. */
    String validityPeriod() {
        Duration period = validity.compareTo(SHORTEST) < 0 ? SHORTEST : validity;
        period = period.compareTo(LONGEST) > 0 ? LONGEST : period;
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                period.toDays(),
                period.toHoursPart(),
                period.toMinutesPart(),
                period.toSecondsPart());
    }
}
