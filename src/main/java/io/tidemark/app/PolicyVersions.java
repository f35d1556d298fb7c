package io.tidemark.app;

import io.tidemark.detect.Policies;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Versions.Version;
import io.tidemark.startup.StartupProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** The policy's versions in Postgres. Used at start-up only, and so it waits. */
final class PolicyVersions {
    private final DatabaseClient database;
    private final JsonMapper json;

    PolicyVersions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * All versions, the given one published as the newest unless it already is. Of two instances that start at once with
     * the same document, one publishes it.
     */
    Policies published(PolicyDocument document, Instant now) {
        String text = json.writeValueAsString(document);
        List<Stored> stored = stored();
        if (!stored.isEmpty() && stored.get(stored.size() - 1).document().equals(text)) {
            return policies(stored);
        }
        Instant effectiveFrom = document.effectiveFrom() == null ? now : document.effectiveFrom();
        Stored next = new Stored(stored.size() + 1, effectiveFrom, now, text);
        // Checked before it is published, because what is published is judged by for good.
        Policies withNext =
                policies(Stream.concat(stored.stream(), Stream.of(next)).toList());
        return publish(next) ? withNext : published(document, now);
    }

    private boolean publish(Stored next) {
        Long inserted = database.sql("""
                insert into policy (version, effective_from, published_at, document)
                values (:version, :effectiveFrom, :publishedAt, :document) on conflict do nothing""")
                .bind("version", next.version())
                .bind("effectiveFrom", next.effectiveFrom())
                .bind("publishedAt", next.publishedAt())
                .bind("document", next.document())
                .fetch()
                .rowsUpdated()
                .block();
        return Objects.equals(inserted, 1L);
    }

    private List<Stored> stored() {
        return Objects.requireNonNull(
                database.sql("select version, effective_from, published_at, document from policy order by version")
                        .map(row -> new Stored(
                                Objects.requireNonNull(row.get("version", Integer.class)),
                                Objects.requireNonNull(row.get("effective_from", Instant.class)),
                                Objects.requireNonNull(row.get("published_at", Instant.class)),
                                Objects.requireNonNull(row.get("document", String.class))))
                        .all()
                        .collectList()
                        .block());
    }

    private Policies policies(List<Stored> versions) {
        try {
            return new Policies(versions.stream().map(this::version).toList());
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new StartupProblem(
                    "The policy can't be used: " + wrong.getMessage() + ".",
                    "Correct the file that tidemark.policy.file names.",
                    wrong);
        }
    }

    private Version<Policy> version(Stored stored) {
        PolicyDocument document = json.readValue(stored.document(), PolicyDocument.class);
        return new Version<>(
                stored.version(), document.toPolicy(stored.version()), stored.effectiveFrom(), stored.publishedAt());
    }

    private record Stored(int version, Instant effectiveFrom, Instant publishedAt, String document) {}
}
