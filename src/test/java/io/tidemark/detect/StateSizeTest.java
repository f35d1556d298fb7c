package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.assets.Accounts;
import io.tidemark.assets.LineStates;
import io.tidemark.assets.Transfers;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** A bank has millions of clients, all of them in memory. */
class StateSizeTest {
    /** What every state may point at and none owns. The line's and the window's names are the policy's. */
    private static final Object[] SHARED = {
        Accounts.NONE, Transfers.NONE, LineStates.AT_REST, History.NONE, "PRIVATE", "PT24H", "P7D", "P30D"
    };

    @Test
    void threeAccountsAndTenRememberedOutflowsTakeAtMost600Bytes() {
        long bytes = retained(clientWithTenOutflows("20000").state());
        System.out.println("A client with three accounts and ten outflows retains " + bytes + " bytes");
        assertThat(bytes).isLessThanOrEqualTo(600);
    }

    @Test
    void anOpenEpisodeAddsLittle() {
        TestClient client = clientWithTenOutflows("20000");
        client.pays("1000000");
        assertThat(client.episode("PRIVATE")).isNotNull();
        long bytes = retained(client.state());
        System.out.println("… with an open episode " + bytes + " bytes");
        assertThat(bytes).isLessThanOrEqualTo(800);
    }

    @Test
    void aStateReadBackTakesNoMoreThanTheOneThatWasWritten() {
        TestClient client = clientWithTenOutflows("300000");
        ClientState readBack = new ClientStateCodec().decode(new ClientStateCodec().encode(client.state()), 0);
        assertThat(retained(readBack)).isLessThanOrEqualTo(retained(client.state()));
    }

    private static TestClient clientWithTenOutflows(String amount) {
        TestClient client = TestClient.standard();
        client.on("6222020200112233401").has("2000000");
        client.on("6222020200112233402").has("2000000");
        client.on("6222020200112233403").has("2900000");
        for (int day = 0; day < 10; day++) {
            client.later("P1D").pays(amount, CMB);
        }
        assertThat(client.state().accounts().size()).isEqualTo(3);
        assertThat(client.state().history().outflows()).hasSize(20);
        assertThat(client.state().history().days()).hasSize(10);
        return client;
    }

    private static long retained(ClientState state) {
        return GraphLayout.parseInstance(state)
                .subtract(GraphLayout.parseInstance(SHARED))
                .totalSize();
    }
}
