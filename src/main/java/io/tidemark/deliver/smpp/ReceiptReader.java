package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads receipts as the appendix of the protocol suggests writing them, {@code id:… submit date:… stat:…}, and as many
 * providers do: in another order, without some fields, or with parameters instead.
 */
final class ReceiptReader {
    private static final Pattern ID = field("id:\\s*([^\\s:]{1,65})");
    private static final Pattern STATE = field("stat:\\s*([a-z]{1,20})");
    /** To the minute, in spite of what it then says; some add the seconds. */
    private static final Pattern SUBMITTED = field("submit date:\\s*([0-9]{10})(?:[0-9]{2})?");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuMMddHHmm");
    private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{5,15})");

    private final String gateway;
    private final MessageIds ids;
    private final ZoneId zone;
    private final Clock clock;

    ReceiptReader(String gateway, SmppSettings.Receiving receipts, Clock clock) {
        this.gateway = gateway;
        this.ids = receipts.messageIdFormat();
        this.zone = receipts.zone();
        this.clock = clock;
    }

    private static Pattern field(String pattern) {
        return Pattern.compile("(?<![a-z])" + pattern, Pattern.CASE_INSENSITIVE);
    }

    /** Whether it speaks of a message that we sent; otherwise somebody wrote to us. */
    static boolean isReceipt(DeliverSm received) {
        return received.isSmscDeliveryReceipt()
                || received.isIntermediateDeliveryNotification()
                || received.getOptionalParameter(OptionalParameter.Receipted_message_id.class) != null;
    }

    /** Empty if it doesn't say of which. */
    Optional<Receipt> read(DeliverSm received) {
        String text = text(received);
        return id(received, text).map(id -> {
            Receipt.State state = state(received, text);
            return new Receipt(
                    gateway,
                    id,
                    state,
                    state == Receipt.State.FAILED ? Reason.UNDELIVERABLE : null,
                    phone(received.getSourceAddr()),
                    first(SUBMITTED, text).map(this::instant).orElse(null),
                    clock.instant());
        });
    }

    private static Receipt.State state(DeliverSm received, String text) {
        return received.isIntermediateDeliveryNotification()
                ? Receipt.State.UNKNOWN
                : ReceiptStates.of(
                        first(STATE, text).orElse(""),
                        received.getOptionalParameter(OptionalParameter.Message_state.class));
    }

    private Optional<String> id(DeliverSm received, String text) {
        OptionalParameter.Receipted_message_id repeated =
                received.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        return first(ID, text).map(ids::received).or(() -> Optional.ofNullable(repeated)
                .map(OptionalParameter.COctetString::getValueAsString)
                .filter(id -> !id.isEmpty())
                .map(ids::answered));
    }

    private static Optional<String> first(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String text(DeliverSm received) {
        byte[] text = received.getShortMessage();
        if (text == null || text.length == 0) {
            OptionalParameter.Message_payload payload =
                    received.getOptionalParameter(OptionalParameter.Message_payload.class);
            text = payload == null ? new byte[0] : payload.getValue();
        }
        return new String(
                text, received.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String phone(@Nullable String address) {
        Matcher number = NUMBER.matcher(address == null ? "" : address);
        return number.matches() ? "+" + number.group(1) : null;
    }

    private @Nullable Instant instant(String minute) {
        try {
            return LocalDateTime.parse(minute, MINUTE).atZone(zone).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
