package io.tidemark.local;

import java.nio.file.Path;
import java.util.List;

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
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(Ports.pick()));
        return new Program("Kafka", port, command, KafkaBroker.READY, "TERM", "KILL");
    }
}
