package io.tidemark.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

class MemoryClientsTest extends ClientsContract {
    private final MemoryClients clients = new MemoryClients();

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected void told(String client, String name, String branch) {
        clients.tell(client, name, branch);
    }

    @Override
    protected void assigned(String client, String manager, Instant from, @Nullable Instant to) {
        clients.assign(client, manager, from, to);
    }
}
