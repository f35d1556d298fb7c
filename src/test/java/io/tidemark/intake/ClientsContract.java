package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.ClientCard;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Clients} promise. */
public abstract class ClientsContract {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    protected abstract Clients clients();

    protected abstract void told(String client, String name, String branch);

    protected abstract void assigned(String client, String manager, Instant from, @Nullable Instant to);

    @Test
    void aClientIsNamedWithBranchAndManager() {
        told("C-1", "王安", "SZ-01");
        assigned("C-1", "M-11", MARCH, null);

        assertThat(card("C-1", APRIL)).isEqualTo(new ClientCard("王安", new BranchId("SZ-01"), new ManagerId("M-11")));
    }

    @Test
    void everyoneAskedForIsAnsweredAndNobodyElse() {
        told("C-1", "王安", "SZ-01");
        told("C-2", "李宁", "SZ-02");
        told("C-3", "张和", "SZ-02");

        Map<ClientId, ClientCard> cards = cards(APRIL, "C-1", "C-3");

        assertThat(cards.get(new ClientId("C-1")).name()).isEqualTo("王安");
        assertThat(cards.get(new ClientId("C-3")).name()).isEqualTo("张和");
        assertThat(cards).doesNotContainKey(new ClientId("C-2"));
    }

    @Test
    void ofAClientWhomNobodyToldOfNothingIsKnown() {
        assertThat(card("C-9", APRIL)).isEqualTo(ClientCard.UNKNOWN);
    }

    @Test
    void aClientWithoutAnAssignmentHasNoManager() {
        told("C-1", "王安", "SZ-01");

        assertThat(card("C-1", APRIL)).isEqualTo(new ClientCard("王安", new BranchId("SZ-01"), null));
    }

    @Test
    void anAssignmentHoldsFromItsBeginningUntilJustBeforeItsEnd() {
        assigned("C-1", "M-11", MARCH, MAY);

        assertThat(manager("C-1", MARCH.minusMillis(1))).isNull();
        assertThat(manager("C-1", MARCH)).isEqualTo("M-11");
        assertThat(manager("C-1", MAY.minusMillis(1))).isEqualTo("M-11");
        assertThat(manager("C-1", MAY)).isNull();
    }

    @Test
    void ofTwoValidAssignmentsTheOneThatBeganLastHolds() {
        assigned("C-1", "M-11", MARCH, null);
        assigned("C-1", "M-12", APRIL, MAY);

        assertThat(manager("C-1", APRIL.minusMillis(1))).isEqualTo("M-11");
        assertThat(manager("C-1", APRIL)).isEqualTo("M-12");
        assertThat(manager("C-1", MAY)).isEqualTo("M-11");
    }

    private @Nullable String manager(String client, Instant at) {
        @Nullable ManagerId manager = card(client, at).manager();
        return manager == null ? null : manager.value();
    }

    private ClientCard card(String client, Instant at) {
        return cards(at, client).getOrDefault(new ClientId(client), ClientCard.UNKNOWN);
    }

    private Map<ClientId, ClientCard> cards(Instant at, String... asked) {
        return Objects.requireNonNull(clients()
                .cards(Arrays.stream(asked).map(ClientId::new).collect(Collectors.toSet()), at)
                .block());
    }
}
