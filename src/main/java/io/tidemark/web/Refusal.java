package io.tidemark.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What the caller asked can't be given; the sentence, made for the caller, says what could be. {@link Problems} makes a
 * problem detail of it.
 */
public final class Refusal extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** @param status 4xx; the sentence of anything else is not shown */
    public Refusal(HttpStatus status, String sentence) {
        super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    public static Refusal badRequest(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }

    /** What was asked is not possible as things stand. */
    public static Refusal conflict(String sentence) {
        return new Refusal(HttpStatus.CONFLICT, sentence);
    }

    /** It is understood, but what it says can't be. */
    public static Refusal unprocessable(String sentence) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }

    /** This refusal, with one more member in its problem detail. */
    public Refusal with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }
}
