package io.tidemark.feed.http;

import io.tidemark.feed.Farewell;
import io.tidemark.feed.FeedEvent;
import io.tidemark.feed.Form;
import io.tidemark.web.WireJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Frames of {@code text/event-stream} in one language and one format. */
final class SseForm implements Form {
    private static final byte[] HEARTBEAT = utf8(":\n\n");

    private final Language language;
    private final Format format;

    SseForm(Language language, Format format) {
        this.language = language;
        this.format = format;
    }

    /** What {@code data} holds. */
    enum Format {
        PLAIN,
        CLOUDEVENTS
    }

    @Override
    public byte[] event(FeedEvent event) {
        AlertView view = AlertView.of(event.position(), event.alert(), language);
        Object data = format == Format.CLOUDEVENTS ? CloudEvent.of(event, view) : view;
        String name = event.kind() == FeedEvent.Kind.ALERT ? "alert" : "update";
        return frame("id: " + event.position() + "\nevent: " + name + "\ndata: ", WireJson.bytes(data));
    }

    @Override
    public byte[] gap(long requested, long continuesFrom) {
        Map<String, Long> data = new TreeMap<>(Map.of("requested", requested, "continuesFrom", continuesFrom));
        return frame("event: gap\ndata: ", WireJson.bytes(data));
    }

    @Override
    public byte[] bye(Farewell reason) {
        return frame("event: bye\ndata: ", WireJson.bytes(Map.of("reason", reason.reason())));
    }

    @Override
    public byte[] heartbeat() {
        return HEARTBEAT;
    }

    /** An id without data is remembered by the subscriber and dispatches nothing. */
    @Override
    public byte[] heartbeat(long position) {
        return utf8(":\nid: " + position + "\n\n");
    }

    private static byte[] frame(String head, byte[] json) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(head.length() + json.length + 2);
        frame.writeBytes(utf8(head));
        frame.writeBytes(json);
        frame.write('\n');
        frame.write('\n');
        return frame.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
