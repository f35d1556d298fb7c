package io.tidemark.deliver.chat;

import io.tidemark.deliver.Message;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.web.Answer;
import io.tidemark.web.Template;
import io.tidemark.web.Template.Escape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Any chat that takes JSON and answers 2xx if it has it. */
record Generic(Template body) implements Dialect {
    Generic(String body) {
        this(new Template(body, Escape.JSON));
    }

    static boolean isTemplate(String body) {
        Template template = new Template(body, Escape.JSON);
        return template.has("text") && template.isJson(Map.of("text", "\""));
    }

    @Override
    public byte[] write(Message message) {
        return body.filled(Map.of(
                        "text", message.text(),
                        "phone", Objects.requireNonNullElse(message.to().mobile(), ""),
                        "manager", message.to().id().value(),
                        "reference", message.reference(),
                        "severity", message.severity().name(),
                        "id", message.id().toString()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Submission read(Answer answer, Instant now) {
        return answer.isSuccess() ? new Accepted(List.of()) : Dialect.refusal(answer, now);
    }
}
