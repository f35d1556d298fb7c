package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A large bank's files, into a service that has half a gigabyte of heap. */
class LargeImportIT {
    private static final int CLIENTS = 1_000_000;
    private static final int MANAGERS = 5_000;
    private static final int LINES_AT_ONCE = 500;
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = ServiceProcess.freePort();

    @Test
    void aMillionClientsGoThroughHalfAGigabyte(@TempDir Path folder) throws IOException, InterruptedException {
        Path collections = folder.resolve("gc.log");
        try (ServiceProcess service = ServiceProcess.start(
                port,
                folder.resolve("service.log"),
                List.of("-Xlog:gc:file=" + collections),
                Surroundings.fresh().arguments())) {
            service.awaitUp();

            assertThat(put("managers", MANAGERS, LargeImportIT::manager))
                    .isEqualTo(MANAGERS + " accepted, 0 unchanged");
            assertThat(put("clients", CLIENTS, LargeImportIT::client)).isEqualTo(CLIENTS + " accepted, 0 unchanged");
            assertThat(put("assignments", CLIENTS, LargeImportIT::assignment))
                    .isEqualTo(CLIENTS + " accepted, 0 unchanged");
            assertThat(put("clients", CLIENTS, LargeImportIT::client))
                    .isEqualTo("0 accepted, " + CLIENTS + " unchanged");

            assertThat(get("clients")).isEqualTo(CLIENTS);
            assertThat(get("assignments")).isEqualTo(CLIENTS);
            assertThat(get("managers")).isEqualTo(MANAGERS);
        }
        System.out.println("heap: " + heap(Files.readString(collections)));
    }

    private static String manager(int number) {
        return "{\"id\":\"M-" + number + "\",\"name\":\"李娜\",\"branch\":\"SZ-" + number % 100 + "\",\"mobile\":\"+86138"
                + (10_000_000 + number) + "\"}\n";
    }

    private static String client(int number) {
        return "{\"id\":\"C-" + number + "\",\"name\":\"王芳芳\",\"branch\":\"SZ-" + number % 100
                + "\",\"locale\":\"zh-CN\"}\n";
    }

    private static String assignment(int number) {
        return "{\"client\":\"C-" + number + "\",\"manager\":\"M-" + number % MANAGERS
                + "\",\"validFrom\":\"2020-01-01T00:00:00+08:00\"}\n";
    }

    /** Made while it is sent: here too, nobody holds the whole. */
    private String put(String kind, int lines, IntFunction<String> line) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Iterable<byte[]> body = () -> IntStream.range(0, lines / LINES_AT_ONCE)
                .mapToObj(chunk -> IntStream.range(chunk * LINES_AT_ONCE, (chunk + 1) * LINES_AT_ONCE)
                        .mapToObj(line)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8))
                .iterator();
        JsonNode report = send(request(kind)
                .header("Content-Type", "application/x-ndjson")
                .PUT(HttpRequest.BodyPublishers.ofByteArrays(body))
                .build());
        long millis = Duration.between(begun, Instant.now()).toMillis();
        System.out.printf("%s: %d lines in %d ms, %d a second%n", kind, lines, millis, lines * 1_000L / millis);
        return report.get("accepted") + " accepted, " + report.get("unchanged") + " unchanged";
    }

    private int get(String kind) throws IOException, InterruptedException {
        return send(request(kind).build()).get("entries").asInt();
    }

    private HttpRequest.Builder request(String kind) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/reference/" + kind));
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }

    private static String heap(String collections) {
        return "at most " + largest(collections, 1) + " MB in use, " + largest(collections, 2)
                + " MB after a collection";
    }

    private static int largest(String collections, int group) {
        Stream<Integer> sizes =
                COLLECTION.matcher(collections).results().map(found -> Integer.parseInt(found.group(group)));
        return sizes.max(Integer::compare).orElse(0);
    }
}
