package io.tidemark.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void closingItEndsTheServersAndRemovesTheirFiles() throws IOException {
        var run = RunDirectory.create(parent);
        var program = new Program(
                "Sleeper", 0, List.of("/bin/sh", "-c", "echo ready; exec sleep 600"), "ready", "TERM", "KILL");
        var server = new ServerProcess(program, run.path());
        server.start();

        run.close();

        assertThat(server.isRunning()).isFalse();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aPlaceThatIsNotThereIsOneSentence() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> RunDirectory.create(parent.resolve("missing")))
                .withMessageContaining("missing")
                .withMessageContaining(RunDirectory.VARIABLE);
    }

    @Test
    void aProgramThatMayNotBeExecutedIsOneSentence() throws IOException {
        var file = Files.writeString(parent.resolve("program"), "no program");
        var server =
                new ServerProcess(new Program("Broken", 0, List.of(file.toString()), "ready", "TERM", "KILL"), parent);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(server::start)
                .withMessageStartingWith("Broken")
                .withMessageContaining(RunDirectory.VARIABLE);
    }

    @Test
    void aServerThatEndsInsteadOfStartingSaysWhy() {
        var program =
                new Program("Broken", 0, List.of("/bin/sh", "-c", "echo the reason; exit 1"), "ready", "TERM", "KILL");
        var server = new ServerProcess(program, parent);

        assertThatExceptionOfType(CannotStart.class).isThrownBy(server::start).withMessageContaining("the reason");
    }
}
