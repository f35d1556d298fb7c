package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.startup.StartupProblem;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.NestedExceptionUtils;

class FeedStartIT {
    private final Database database = SharedStack.freshDatabase();
    private final String redisUrl = SharedStack.freshRedisUrl();

    @ParameterizedTest
    @CsvSource({
        "tidemark.postgres.host, '', tidemark.postgres.host",
        "tidemark.postgres.username, '', tidemark.postgres.username",
        "tidemark.postgres.port, 1, tidemark.postgres.port",
        "tidemark.postgres.password, wrong, tidemark.postgres.password",
        "tidemark.postgres.database, nowhere, tidemark.postgres.database",
        "tidemark.postgres.pool-size, 1, at least 2",
        "tidemark.redis.url, '', tidemark.redis.url",
        "tidemark.redis.url, localhost:6379, redis://host:port",
        "tidemark.feed.page-events, 0, leave it out"
    })
    void whatIsMissingOrWrongIsSaidWithWhatToWrite(String property, String value, String remedy) {
        Throwable failure = catchThrowable(() ->
                FeedService.start(database, redisUrl, Map.of(property, value)).close());
        assertThat(problem(failure).remedy()).contains(remedy);
        assertThat(problem(failure)).message().endsWith(".").doesNotContain("wrong@");
    }

    private static StartupProblem problem(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartupProblem problem) {
                return problem;
            }
        }
        throw new AssertionError("no sentence: " + NestedExceptionUtils.getMostSpecificCause(failure), failure);
    }

    @Test
    void instancesThatStartAtTheSameTimeMakeTheTablesOnce() {
        Supplier<FeedService> start = () -> FeedService.start(database, redisUrl, Map.of());
        CompletableFuture<FeedService> one = CompletableFuture.supplyAsync(start);
        CompletableFuture<FeedService> other = CompletableFuture.supplyAsync(start);
        one.join().close();
        other.join().close();
    }
}
