package io.tidemark.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics, as the bank's Kafka people would have before the service comes. */
public final class Topics {
    public static final String MOVEMENTS = "balance-movements";
    public static final String PARKED = MOVEMENTS + ".parked";

    private Topics() {}

    /** Makes the topic if there is none of that name, and returns the name. */
    public static String create(String bootstrapServers, String name, int partitions) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
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
}
