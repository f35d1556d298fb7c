package io.tidemark.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics, as the bank's Kafka people would have before the service comes. */
public final class Topics {
    public static final String MOVEMENTS = "balance-movements";

    private static final short ONE_REPLICA = 1;

    private Topics() {}

    /** Where the service puts what it can't read. */
    public static String parked(String movements) {
        return movements + ".parked";
    }

    /** Makes a topic of movements and its parked topic, if there are none of these names, and returns the first name. */
    public static String create(String bootstrapServers, String name, int partitions) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var topics =
                    List.of(new NewTopic(name, partitions, ONE_REPLICA), new NewTopic(parked(name), 1, ONE_REPLICA));
            admin.createTopics(topics).all().get();
            awaitLeaders(admin, topics);
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(refused.getCause());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
        return name;
    }

    /**
     * Only a leader that is ready knows where its partition ends. One that is not refuses what comes first, may take what
     * comes next, and a producer's first batch is then out of order for good.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (var topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }
}
