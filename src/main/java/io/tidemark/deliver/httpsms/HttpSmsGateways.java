package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.web.Outbound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.netty.resources.LoopResources;

/** A gateway for each provider that is configured. */
final class HttpSmsGateways implements Gateways, AutoCloseable {
    private final Outbound outbound;
    private final List<HttpSmsGateway> gateways;

    HttpSmsGateways(HttpSmsProperties properties, LoopResources loops, Clock clock) {
        this.outbound = Outbound.toConfigured("http-sms", loops);
        HttpSmsGateway.Way way = new HttpSmsGateway.Way(outbound, clock);
        this.gateways = properties.httpSms().stream()
                .map(provider -> new HttpSmsGateway(provider, way))
                .toList();
    }

    @Override
    public List<Gateway> configured() {
        return List.copyOf(gateways);
    }

    /** Where the gateway's provider brings receipts, if there is one that does. */
    Optional<ReceiptDesk> desk(String gateway) {
        return gateways.stream()
                .filter(each -> each.name().equals(gateway))
                .findAny()
                .map(HttpSmsGateway::desk);
    }

    @Override
    public void close() {
        outbound.close();
    }
}
