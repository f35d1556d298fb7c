package io.tidemark.deliver.webpush;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.web.Outbound;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

/** Web Push if there are keys, and nothing otherwise. */
final class WebPushGateways implements Gateways, AutoCloseable {
    private final @Nullable Offer offer;

    WebPushGateways(WebPushProperties properties, Subscriptions subscriptions, LoopResources loops, Clock clock) {
        this.offer = properties.vapid() == null
                ? null
                : Offer.of(new Sealing(properties.vapid(), properties, clock), properties, subscriptions, loops, clock);
    }

    @Override
    public List<Gateway> configured() {
        return offer == null ? List.of() : List.of(offer.gateway());
    }

    /** Null if nothing is pushed. */
    @Nullable
    Offer offer() {
        return offer;
    }

    @Override
    public void close() {
        if (offer != null) {
            offer.outbound().close();
        }
    }

    /** @param publicKey with which a browser subscribes, in base64url */
    record Offer(String publicKey, PushGateway gateway, Outbound outbound) {
        private static Offer of(
                Sealing sealing,
                WebPushProperties properties,
                Subscriptions subscriptions,
                LoopResources loops,
                Clock clock) {
            Outbound outbound = Outbound.toPublic("web-push", loops, properties.loopbackAllowed());
            Push push = new Push(sealing, outbound, clock);
            return new Offer(sealing.publicKey(), new PushGateway(subscriptions, push), outbound);
        }
    }
}
