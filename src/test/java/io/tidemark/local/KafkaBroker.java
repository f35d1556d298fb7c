package io.tidemark.local;

import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The main class of the broker's JVM: one node that is broker and controller, with little of everything. */
final class KafkaBroker {
    static final String READY = "The broker is ready";

    private static final int NODE = 1;

    private KafkaBroker() {}

    /** @param arguments data directory, port of the broker, port of the controller */
    public static void main(String[] arguments) throws Exception {
        format(arguments[0]);
        var config = new KafkaConfig(settings(arguments[0], arguments[1], arguments[2]));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        System.out.println(READY);
        server.awaitShutdown();
    }

    private static void format(String directory) throws Exception {
        new Formatter()
                .setClusterId(Uuid.ONE_UUID.toString())
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory)
                .setDirectories(List.of(directory))
                .setIgnoreFormatted(true)
                .run();
    }

    private static Map<String, String> settings(String directory, String brokerPort, String controllerPort) {
        var broker = "PLAINTEXT://127.0.0.1:" + brokerPort;
        var controller = "127.0.0.1:" + controllerPort;
        return Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("listeners", broker + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("log.dirs", directory),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));
    }
}
