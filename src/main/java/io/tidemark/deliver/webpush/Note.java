package io.tidemark.deliver.webpush;

import com.interaso.webpush.WebPush.Urgency;
import io.tidemark.deliver.Message;
import io.tidemark.detect.Severity;
import io.tidemark.web.WireJson;
import java.time.Instant;

/** What a browser is told: enough to decide whether to open it, and nothing of the client's but one masked line. */
record Note(String reference, Severity severity, String line, Instant expiresAt) {
    /** With it, even if JSON escapes each character, all stays far under the 3,993 bytes that one record takes. */
    private static final int LONGEST_LINE = 500;

    static Note of(Message message) {
        return new Note(message.reference(), message.severity(), oneLine(message.text()), message.expiresAt());
    }

    byte[] json() {
        return WireJson.bytes(new Payload(reference, severity, line));
    }

    /** A phone that saves its battery wakes up for {@code high} only. */
    Urgency urgency() {
        return switch (severity) {
            case CRITICAL, HIGH -> Urgency.High;
            case MEDIUM -> Urgency.Normal;
            case LOW -> Urgency.Low;
            case INFO -> Urgency.VeryLow;
        };
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 2)) ? LONGEST_LINE - 2 : LONGEST_LINE - 1;
        return line.substring(0, end) + "…";
    }

    private record Payload(String reference, Severity severity, String line) {}
}
