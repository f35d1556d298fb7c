package io.tidemark.local;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Kafka broker in a JVM of its own: it may halt that JVM as it likes to do, and its threads are not ours. */
final class KafkaServer {
    private KafkaServer() {}

    static ServerProcess start(RunDirectory run) {
        return ServerProcess.startAnywhere(port -> at(port, run.resolve("kafka")), run.path());
    }

    private static Program at(int port, Path data) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Half the work to start; what comes later, the broker leaves to the kernel anyway.
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=io/tidemark/local/kafka-logback.xml",
                "-cp",
                classPath(),
                KafkaBroker.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(Ports.pick()));
        return new Program("Kafka", port, command, KafkaBroker.READY, "TERM", "KILL");
    }

    /** Ours, whose relative entries mean something else in the broker's directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
