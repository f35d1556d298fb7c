package io.tidemark.endtoend;

import io.tidemark.app.Tidemark;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/** The service in this JVM, where BlockHound watches its threads. */
final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(Surroundings surroundings, String... more) {
        return start(surroundings.arguments(more));
    }

    static RunningService start(List<String> told) {
        String[] arguments = told.toArray(String[]::new);
        String[] withPort = Arrays.copyOf(arguments, arguments.length + 1);
        withPort[arguments.length] = "--server.port=0";
        return new RunningService(SpringApplication.run(Tidemark.class, withPort));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    WebClient client() {
        return WebClient.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        context.close();
    }
}
