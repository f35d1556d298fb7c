package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import java.util.List;

/** All accounts; closing leaves all providers. */
record SmppGateways(List<SmppGateway> gateways) implements Gateways, AutoCloseable {
    SmppGateways {
        gateways = List.copyOf(gateways);
    }

    @Override
    public List<Gateway> configured() {
        return List.copyOf(gateways);
    }

    @Override
    public void close() {
        gateways.forEach(SmppGateway::close);
    }
}
