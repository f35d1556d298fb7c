package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Message;
import io.tidemark.deliver.Segments;
import io.tidemark.deliver.cmpp.Outbound.Part;
import io.tidemark.deliver.cmpp.Outbound.Sender;
import io.tidemark.deliver.cmpp.Outbound.Submit;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes submits of a message.
 *
 * @param signature stands in front of each text, as the provider demands; may be empty
 */
record Submits(Sender from, String signature) {
    /** Absolute, as in SMPP: no tenths of a second, and 32 quarters of an hour ahead of UTC. */
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'032+'", Locale.ROOT).withZone(Login.CHINA);

    /**
     * Format 0 is ASCII to the protocol and the GSM alphabet to many gateways: it is used only for what is the same in
     * both.
     */
    private static final Pattern SAME_IN_ASCII_AND_GSM = Pattern.compile("[\\n\\r !-#%-?A-Za-z]*");

    List<Submit> of(Message message, String to, int reference) {
        Segments segments = segments(signature + message.text(), reference);
        String until = UNTIL.format(message.expiresAt());
        int count = segments.parts().size();
        int format = segments.encoding().dataCoding();
        return IntStream.range(0, count)
                .mapToObj(at -> new Part(count, at + 1, format, segments.parts().get(at)))
                .map(part -> new Submit(from, to, until, part))
                .toList();
    }

    int parts(Message message) {
        return segments(signature + message.text(), 0).parts().size();
    }

    private static Segments segments(String text, int reference) {
        return SAME_IN_ASCII_AND_GSM.matcher(text).matches()
                ? Segments.of(text, reference)
                : Segments.ucs2(text, reference);
    }
}
