package io.tidemark.deliver.chat;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.web.Outbound;
import java.time.Clock;
import java.util.List;
import reactor.netty.resources.LoopResources;

/** The chat if there is a group, and nothing otherwise. */
final class ChatGateways implements Gateways, AutoCloseable {
    private final Outbound outbound;
    private final List<Gateway> gateways;

    ChatGateways(ChatProperties properties, LoopResources loops, Clock clock) {
        this.outbound = Outbound.toConfigured("chat", loops);
        List<Robot> robots = properties.chat().stream()
                .map(group -> new Robot(group, outbound, clock))
                .toList();
        this.gateways = robots.isEmpty() ? List.of() : List.of(new ChatGateway(robots));
    }

    @Override
    public List<Gateway> configured() {
        return gateways;
    }

    @Override
    public void close() {
        outbound.close();
    }
}
