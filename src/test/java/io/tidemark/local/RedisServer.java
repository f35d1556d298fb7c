package io.tidemark.local;

import java.nio.file.Path;
import java.util.List;

/** A Redis that forgets everything when it ends, as the service must be able to bear. */
final class RedisServer {
    private RedisServer() {}

    static ServerProcess start(RunDirectory run) {
        var program = run.resolve("redis-server");
        Programs.copy(Platform.current().redisProgram, program);
        return ServerProcess.startAnywhere(port -> at(port, program), run.path());
    }

    private static Program at(int port, Path program) {
        var command = List.of(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--databases",
                "1000");
        return new Program("Redis", port, command, "Ready to accept connections", "TERM", "KILL");
    }
}
