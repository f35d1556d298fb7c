package io.tidemark.feed.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the caller asked can't be given; the sentence, made for the caller, says what could be. */
final class Refusal extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private Refusal(HttpStatus status, String sentence) {
        super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }
}
