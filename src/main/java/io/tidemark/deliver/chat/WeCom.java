package io.tidemark.deliver.chat;

import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.chat.ChatProperties.Format;
import io.tidemark.web.Answer;
import io.tidemark.web.ForeignJson;
import io.tidemark.web.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** As WeCom's group robots take it and answer: always 200, and what became of it in {@code errcode}. */
record WeCom(Format format) implements Dialect {
    private static final int LONGEST_TEXT = 2048;
    private static final int LONGEST_MARKDOWN = 4096;
    private static final String MARKS = "*_`<>[]#";
    private static final int FULL_WIDTH = 0xfee0;
    /** The chat counts by the minute. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final Map<String, Reason> CODES = Map.ofEntries(
            Map.entry("45009", Reason.THROTTLED),
            Map.entry("45033", Reason.THROTTLED),
            Map.entry("40001", Reason.NOT_ALLOWED),
            Map.entry("40014", Reason.NOT_ALLOWED),
            Map.entry("93000", Reason.NOT_ALLOWED),
            Map.entry("93004", Reason.NOT_ALLOWED),
            Map.entry("93008", Reason.NOT_ALLOWED),
            Map.entry("40008", Reason.CONTENT_REFUSED),
            Map.entry("40058", Reason.CONTENT_REFUSED),
            Map.entry("44004", Reason.CONTENT_REFUSED),
            Map.entry("45002", Reason.CONTENT_REFUSED),
            Map.entry("-1", Reason.GATEWAY_FAULT));

    @Override
    public byte[] write(Message message) {
        return WireJson.bytes(
                format == Format.MARKDOWN
                        ? new Markdown("markdown", new Content(cut(unmarked(message.text()), LONGEST_MARKDOWN)))
                        : new Text("text", new Called(cut(message.text(), LONGEST_TEXT), mobiles(message))));
    }

    @Override
    public Submission read(Answer answer, Instant now) {
        if (!answer.isSuccess()) {
            return Dialect.refusal(answer, now);
        }
        String code = ForeignJson.text(ForeignJson.read(answer.body()), "/errcode");
        if (code == null) {
            return new InDoubt(Reason.OTHER);
        }
        Reason reason = CODES.getOrDefault(code, Reason.OTHER);
        return code.equals("0")
                ? new Accepted(List.of())
                : new Refused(reason, reason == Reason.THROTTLED ? WINDOW : null);
    }

    /** It calls people of the mainland by their number without the country's. */
    private static List<String> mobiles(Message message) {
        String mobile = message.to().mobile();
        return mobile == null ? List.of() : List.of(mobile.replaceFirst("^\\+86", ""));
    }

    /** The chat has no way to escape a mark: a look-alike stands in for it. */
    private static String unmarked(String text) {
        StringBuilder unmarked = new StringBuilder();
        text.chars().forEach(each -> unmarked.append((char) (MARKS.indexOf(each) < 0 ? each : each + FULL_WIDTH)));
        return unmarked.toString();
    }

    /** To a number of bytes, between characters. */
    private static String cut(String text, int longest) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        int end = text.length();
        while (bytes > longest - (end < text.length() ? "…".getBytes(StandardCharsets.UTF_8).length : 0)) {
            int last = text.codePointBefore(end);
            bytes -= Character.toString(last).getBytes(StandardCharsets.UTF_8).length;
            end -= Character.charCount(last);
        }
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    private record Text(String msgtype, Called text) {}

    private record Called(String content, List<String> mentioned_mobile_list) {}

    private record Markdown(String msgtype, Content markdown) {}

    private record Content(String content) {}
}
