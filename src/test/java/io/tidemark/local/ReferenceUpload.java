package io.tidemark.local;

import io.tidemark.local.simulation.ReferenceFiles;
import io.tidemark.local.simulation.SimulatedBank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;

/** Tells a running service of the simulated bank's people, as the real bank's systems would. */
final class ReferenceUpload {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI reference;

    ReferenceUpload(int port) {
        reference = URI.create("http://127.0.0.1:" + port + "/api/v1/reference/");
    }

    /** @throws IOException if the service does not take all of it */
    void put(SimulatedBank bank, LocalDate today) throws IOException {
        for (var body : ReferenceFiles.bodies(bank, today).entrySet()) {
            put(body.getKey(), body.getValue());
        }
    }

    private void put(String kind, String lines) throws IOException {
        var request = HttpRequest.newBuilder(reference.resolve(kind))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-ndjson")
                .PUT(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"rejected\":[]")) {
                throw new IOException("The service did not take the " + kind + ": " + answer.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while telling the service of the " + kind, interrupted);
        }
    }
}
