package io.tidemark.deliver.chat;

import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.web.Answer;
import java.time.Instant;

/** The words of one kind of chat. */
interface Dialect {

    byte[] write(Message message);

    Submission read(Answer answer, Instant now);

    /** What an answer other than 2xx means to any of them. */
    static Submission refusal(Answer answer, Instant now) {
        return switch (answer.status()) {
            // A proxy may have lost sight of the chat, or the chat failed after it took the message.
            case 408, 500, 502, 504 -> new InDoubt(Reason.GATEWAY_FAULT);
            case 429 -> new Refused(Reason.THROTTLED, answer.retryAfter(now));
            case 401, 403, 404 -> Refused.because(Reason.NOT_ALLOWED);
            case 400, 413, 422 -> Refused.because(Reason.CONTENT_REFUSED);
            default ->
                new Refused(answer.status() >= 500 ? Reason.GATEWAY_FAULT : Reason.OTHER, answer.retryAfter(now));
        };
    }
}
