package io.tidemark.intake.postgres;

import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.ClientStateCodec;
import io.tidemark.intake.Partition;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * States on their way into their table, some thousands in one statement: the driver knows no array of {@code bytea}, so
 * they travel one after the other in a single one.
 */
@SuppressWarnings("ArrayRecordComponent") // made for one statement and never compared
record StateRows(String[] clients, Integer[] starts, Integer[] lengths, byte[] states) {
    static final int AT_ONCE = 4_096;

    /** Encodes one statement's worth when it is asked for, not before. */
    static Flux<StateRows> of(Map<ClientId, ClientState> changed) {
        return Flux.fromIterable(changed.entrySet()).buffer(AT_ONCE).map(StateRows::of);
    }

    private static StateRows of(List<Map.Entry<ClientId, ClientState>> changed) {
        ClientStateCodec codec = new ClientStateCodec();
        String[] clients = new String[changed.size()];
        Integer[] starts = new Integer[changed.size()];
        Integer[] lengths = new Integer[changed.size()];
        ByteArrayOutputStream states = new ByteArrayOutputStream();
        for (int i = 0; i < clients.length; i++) {
            byte[] state = codec.encode(changed.get(i).getValue());
            clients[i] = changed.get(i).getKey().value();
            starts[i] = states.size() + 1;
            lengths[i] = state.length;
            states.writeBytes(state);
        }
        return new StateRows(clients, starts, lengths, states.toByteArray());
    }

    Mono<Void> upsert(DatabaseClient database, Partition partition) {
        return database.sql("""
                insert into client_state (topic, partition, client_id, state)
                select :topic, :partition, client, substring(:states from start for length)
                from unnest(:clients, :starts, :lengths) as changed (client, start, length)
                on conflict (topic, partition, client_id) do update set state = excluded.state""")
                .bind("topic", partition.topic())
                .bind("partition", partition.number())
                .bind("clients", clients)
                .bind("starts", starts)
                .bind("lengths", lengths)
                .bind("states", states)
                .then();
    }
}
