package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Answers;
import io.tidemark.web.Answer;
import io.tidemark.web.ForeignJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a provider's answer. What the provider's code says counts for more than the status. */
final class AnswerReader {
    /** Whoever answers these may be a proxy that lost sight of the provider, or the provider after it took the message. */
    private static final List<Integer> DOUBTFUL = List.of(408, 500, 502, 504);

    private static final Map<Integer, Reason> STATUSES = Map.of(
            400, Reason.CONTENT_REFUSED,
            401, Reason.NOT_ALLOWED,
            402, Reason.NOT_ALLOWED,
            403, Reason.NOT_ALLOWED,
            413, Reason.CONTENT_REFUSED,
            422, Reason.CONTENT_REFUSED,
            429, Reason.THROTTLED);

    private final Answers words;

    AnswerReader(Answers words) {
        this.words = words;
    }

    Submission read(Answer answer, Instant now) {
        JsonNode body = ForeignJson.read(answer.body());
        String success = ForeignJson.text(body, words.successPointer());
        if (answer.isSuccess()
                && (words.successPointer().isEmpty() || words.successValues().contains(String.valueOf(success)))) {
            return new Accepted(ids(body));
        }
        return reason(body)
                .<Submission>map(reason -> new Refused(reason, answer.retryAfter(now)))
                .orElseGet(() -> byStatus(answer, success, now));
    }

    private Optional<Reason> reason(JsonNode body) {
        return Optional.ofNullable(ForeignJson.text(body, words.codePointer())).map(words.reasons()::get);
    }

    private static Submission byStatus(Answer answer, @Nullable String success, Instant now) {
        if (answer.isSuccess()) {
            return success == null ? new InDoubt(Reason.OTHER) : Refused.because(Reason.OTHER);
        }
        if (DOUBTFUL.contains(answer.status())) {
            return new InDoubt(Reason.GATEWAY_FAULT);
        }
        Reason other = answer.status() >= 500 ? Reason.GATEWAY_FAULT : Reason.OTHER;
        return new Refused(STATUSES.getOrDefault(answer.status(), other), answer.retryAfter(now));
    }

    private List<String> ids(JsonNode body) {
        if (words.idPointer().isEmpty()) {
            return List.of();
        }
        JsonNode found = body.at(words.idPointer());
        Stream<JsonNode> each = found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found);
        return each.map(ForeignJson::text).filter(Objects::nonNull).toList();
    }
}
