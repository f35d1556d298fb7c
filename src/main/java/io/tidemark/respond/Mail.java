package io.tidemark.respond;

import io.tidemark.route.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of an alert from now on.
 *
 * @param pending why what is pending is no longer wanted; absent if it still is
 */
public record Mail(List<Notice> notices, @Nullable Unwanted pending) {
    public static final Mail AS_IT_IS = new Mail(List.of(), null);

    public Mail {
        notices = List.copyOf(notices);
    }

    static Mail noLonger(Unwanted why) {
        return new Mail(List.of(), why);
    }
}
