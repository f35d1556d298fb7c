package io.tidemark.feed.http;

import io.tidemark.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place between two pages, which callers pass on and don't look into. */
final class PageCursor {
    private static final String MARK = "a:";

    private PageCursor() {}

    static String write(long sequence) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + sequence).getBytes(StandardCharsets.US_ASCII));
    }

    static @Nullable Long read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(MARK)) {
                return Long.valueOf(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException notOneOfOurs) {
            // Neither Base64 nor a number: the same answer as below.
        }
        throw Refusal.badRequest("before is no page's end; take it from next of the page before, or leave it out.");
    }
}
