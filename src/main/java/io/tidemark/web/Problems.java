package io.tidemark.web;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every error as a problem detail that says what to do, and nothing of the inside. Before Boot's own, which is at -1. */
@Component
@Order(-2)
class Problems implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, String> REMEDIES = Map.of(
            404,
                    "There is nothing at this address; the live feed is at /api/v1/alerts/stream, alerts are at /api/v1/alerts.",
            405, "This address does not know that method; the header Allow says which it knows.",
            406,
                    "This address can't answer in that form; ask with the header Accept for one that it has, or leave it out.",
            413, "That is more than this address takes; send less at once.",
            415, "This address can't read that form; the header Accept says which it can.");
    private static final String INTERNAL =
            "Something went wrong on this side; try again in a moment, and tell the operator if it stays so.";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemDetail problem = problem(failure);
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().clear();
        if (failure instanceof ErrorResponse answer) {
            response.getHeaders().putAll(answer.getHeaders());
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private static ProblemDetail problem(Throwable failure) {
        if (!(failure instanceof ErrorResponse answer) || answer.getStatusCode().is5xxServerError()) {
            LOG.error("A request failed", failure);
            return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, INTERNAL);
        }
        ProblemDetail problem = answer.getBody();
        if (!(failure instanceof Refusal)) {
            problem.setDetail(
                    REMEDIES.getOrDefault(problem.getStatus(), "The request can't be understood; correct it."));
        }
        return problem;
    }
}
