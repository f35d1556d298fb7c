package io.tidemark.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A server as a process of its own: it may crash, hang or be killed, and this JVM goes on. */
final class ServerProcess implements Server {
    private static final long PATIENCE_SECONDS = 120;
    private static final int PORTS_TO_TRY = 5;

    private final Program program;
    private final Path directory;
    private @Nullable Process process;

    ServerProcess(Program program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Between picking a port and binding it another process may take it; then the next one is tried. */
    static ServerProcess startAnywhere(IntFunction<Program> atPort, Path directory) {
        for (int attempt = 1; ; attempt++) {
            var server = new ServerProcess(atPort.apply(Ports.pick()), directory);
            try {
                server.start();
                return server;
            } catch (PortTaken quicker) {
                if (attempt == PORTS_TO_TRY) {
                    throw quicker;
                }
            }
        }
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public int port() {
        return program.port();
    }

    @Override
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process.pid();
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var output = new Output(name(), program.readyMark());
        try {
            process = launch();
            Files.writeString(killFile(), "-" + program.endSignal() + " " + process.pid() + "\n");
            output.follow(process);
            if (!output.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ended(output);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (TimeoutException stuck) {
            kill();
            throw new CannotStart(
                    name() + " wasn't ready within " + PATIENCE_SECONDS + " s (it last said: " + output.lastLine()
                            + "): is this machine very busy?",
                    stuck);
        } catch (ExecutionException | InterruptedException hurry) {
            kill();
            Thread.currentThread().interrupt();
            throw new CannotStart(name() + " was interrupted while it started: try again.", hurry);
        }
    }

    private Process launch() {
        try {
            var builder = new ProcessBuilder(OwnSession.of(program.command()))
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            return builder.start();
        } catch (IOException notExecutable) {
            throw new CannotStart(
                    name() + " can't be executed in " + directory + " (" + notExecutable.getMessage()
                            + "): if programs may not run there, " + RunDirectory.ELSEWHERE,
                    notExecutable);
        }
    }

    private CannotStart ended(Output output) {
        if (output.contains("Address already in use")) {
            return new PortTaken(name(), port());
        }
        if (output.contains("No space left on device")) {
            return new CannotStart("The disk with " + directory + " is full, so " + name()
                    + " can't start: free some space, or " + RunDirectory.ELSEWHERE);
        }
        if (output.contains("ermission denied")) {
            return new CannotStart(name() + " may not be executed in " + directory + " (" + output.lastLine()
                    + "): if programs may not run there, " + RunDirectory.ELSEWHERE);
        }
        return new CannotStart(name() + " ended while it started and last said: " + output.lastLine());
    }

    @Override
    public void stop() {
        signal(program.stopSignal());
    }

    @Override
    public void kill() {
        signal("KILL");
    }

    private synchronized void signal(String signal) {
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            Shell.run(List.of("/bin/kill", "-" + signal, Long.toString(process.pid())));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(killFile());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the run directory's watch passes to {@code kill}. */
    private Path killFile() {
        return directory.resolve(name() + ".kill");
    }
}
