package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.feed.FeedService;
import io.tidemark.feed.FeedTables;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.time.SettableClock;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The service without its intake: the feed and the answers, on real servers, at ten o'clock until told otherwise. */
public final class RespondService implements AutoCloseable {
    private final FeedService service;
    private final FeedTables tables;

    private RespondService(FeedService service, FeedTables tables) {
        this.service = service;
        this.tables = tables;
    }

    public static RespondService start() throws SQLException {
        Database database = SharedStack.freshDatabase();
        FeedService service = FeedService.start(FeedAndAnswers.class, database, SharedStack.freshRedisUrl(), Map.of());
        return new RespondService(service, new FeedTables(database, service.part(JsonMapper.class)));
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

    public void knows(String manager, String branch, boolean supervisor) throws SQLException {
        tables.execute("insert into manager (manager_id, name, branch_id, mobile, locale, zone, supervisor) values ('"
                + manager + "', 'Name', '" + branch + "', '+8613800000000', 'zh-CN', 'Asia/Shanghai', " + supervisor
                + ")");
        tables.execute("update roster set version = version + 1");
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

    @SpringBootConfiguration(proxyBeanMethods = false)
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
    }
}
