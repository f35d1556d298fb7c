package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.app.DocumentMapper;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.feed.FeedService;
import io.tidemark.feed.FeedTables;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.route.Channel;
import io.tidemark.time.SettableClock;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The service without its intake: the feed and the answers, on real servers, at ten o'clock until told otherwise. */
public final class RespondService implements AutoCloseable {
    private final FeedService service;
    private final FeedTables tables;

    private RespondService(FeedService service, FeedTables tables) {
        this.service = service;
        this.tables = tables;
    }

    /** Whose bank has told of the managers M-17 and M-18 and the supervisor S-1 of the branch SZ-01. */
    public static RespondService start() throws SQLException {
        Database database = SharedStack.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load()
                .migrate();
        FeedTables tables = new FeedTables(database, DocumentMapper.create());
        tables.execute("""
                insert into manager (manager_id, name, branch_id, mobile, locale, zone, supervisor)
                select id, 'Name', 'SZ-01', '+8613800000000', 'zh-CN', 'Asia/Shanghai', id like 'S%'
                from unnest(array['M-17', 'M-18', 'S-1']) as id
                """);
        return new RespondService(
                FeedService.start(FeedAndAnswers.class, database, SharedStack.freshRedisUrl(), Map.of()), tables);
    }

    public FeedService feed() {
        return service;
    }

    public String url() {
        return service.url();
    }

    public SettableClock clock() {
        return service.part(SettableClock.class);
    }

    public Alert raises(Alert alert) throws SQLException {
        tables.raise(1, number -> alert);
        tables.execute("update alert set code = '" + alert.id().shortCode()
                + "', look_at = (document::json ->> 'detectedAt')::timestamptz where alert_id = '" + alert.id() + "'");
        return alert;
    }

    @Override
    public void close() throws SQLException {
        tables.close();
        service.close();
    }

    // No configuration by name, so that the whole service does not find it when it looks for its own.
    @Import(FeedService.FeedOnly.class)
    @ComponentScan(basePackages = "io.tidemark.respond")
    @ComponentScan(
            basePackages = "io.tidemark.app",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.tidemark\\.app\\.RespondConfiguration"))
    static class FeedAndAnswers {
        @Bean
        SettableClock clock() {
            return new SettableClock(Raised.TEN);
        }

        /** Every channel leads somewhere; nothing is ever sent here. */
        @Bean
        Gateways gateways() {
            return () -> Stream.of(Channel.values()).<Gateway>map(Unused::new).toList();
        }
    }

    private record Unused(Channel channel) implements Gateway {
        @Override
        public String name() {
            return "unused-" + channel;
        }

        @Override
        public Mono<Submission> submit(Message message) {
            return Mono.error(new UnsupportedOperationException("nothing is sent here"));
        }

        @Override
        public Mono<Void> run(Receipts receipts) {
            return Mono.never();
        }
    }
}
