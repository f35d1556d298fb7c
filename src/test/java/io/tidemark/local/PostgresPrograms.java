package io.tidemark.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL unpacked, its data directory made; durable only as long as the machine runs, which is all it needs. */
final class PostgresPrograms {
    static final String SUPERUSER = "postgres";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("fsync", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("max_wal_size", "256MB"),
            // The alternatives leave things behind in /dev/shm when the machine's end of the run is a rough one.
            Map.entry("dynamic_shared_memory_type", "mmap"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final Path directory;
    private final Account account;

    private PostgresPrograms(Path directory, Account account) {
        this.directory = directory;
        this.account = account;
    }

    static PostgresPrograms unpack(RunDirectory run, String superuserPassword) {
        try {
            var directory = Files.createDirectory(run.resolve("postgres"));
            Programs.unpack(Platform.current().postgresArchive, directory);
            var programs = new PostgresPrograms(directory, Account.forFilesIn(directory));
            programs.initialise(superuserPassword);
            return programs;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void initialise(String superuserPassword) throws IOException {
        var password = Files.writeString(directory.resolve("password"), superuserPassword);
        var data = Files.createDirectory(data());
        account.give(password);
        account.give(data);
        var command = List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        var outcome = Shell.run(account.as(command));
        Files.delete(password);
        if (!outcome.succeeded()) {
            throw failed(outcome);
        }
    }

    private CannotStart failed(Shell.Outcome outcome) {
        var said = outcome.output().strip();
        if (said.contains("No space left on device")) {
            return new CannotStart(
                    "The disk with " + directory + " is full: free some space, or " + RunDirectory.ELSEWHERE);
        }
        var lastLine = said.substring(said.lastIndexOf('\n') + 1);
        return new CannotStart("PostgreSQL can't be set up in " + directory + " (" + lastLine
                + "): if programs may not run there, " + RunDirectory.ELSEWHERE);
    }

    Program at(int port) {
        var command =
                new ArrayList<>(account.as(List.of(program("postgres"), "-D", data().toString(), "-p", "" + port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Program(
                "PostgreSQL", port, command, "database system is ready to accept connections", "INT", "QUIT");
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }
}
