package io.tidemark.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTidemarkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern SMS =
            Pattern.compile("(?m)^SMS to \\+86100…\\d{3} by (SMPP|CMPP): 【Tidemark】.*http://127.0.0.1:\\d+/a/\\w{8}$");

    @TempDir
    private Path directory;

    private @Nullable Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void aNewcomerSeesTextMessagesArriveAndNothingIsLeftAfterwards() throws Exception {
        Process tidemark = start();
        await().atMost(PATIENCE)
                .failFast(() -> !tidemark.isAlive())
                .untilAsserted(() -> assertThat(said()).containsPattern(SMS).contains(" by CMPP: "));
        List<ProcessHandle> servers = tidemark.descendants().toList();

        tidemark.destroy();

        assertThat(tidemark.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(servers).isNotEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(log()));
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalTidemark.class.getName(),
                "--server.port=0");
        builder.environment().put(RunDirectory.VARIABLE, directory.toString());
        process =
                builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
        return process;
    }

    private Path log() {
        return directory.resolve("output.log");
    }

    private String said() throws IOException {
        return Files.readString(log());
    }
}
