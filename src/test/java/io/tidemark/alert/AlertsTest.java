package io.tidemark.alert;

import static io.tidemark.detect.TestClient.CMB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Cause;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.detect.TestClient;
import io.tidemark.detect.TestPolicy;
import io.tidemark.detect.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final Instant NOW = Instant.parse("2025-03-03T02:00:01Z");

    private final TestClient client = TestClient.amidst(Versions.always(
                    new Banks(Map.of(new BankCode(CMB), new Banks.Bank("招商银行", Banks.Kind.COMPETITOR)))))
            .has("6260000");

    @Test
    void anAlertSaysWhoHowBadAndWhichNumbers() {
        client.pays("420000", CMB);
        Alert alert = alert();
        assertThat(alert.rule()).isEqualTo(Rule.CRITICAL_BAND);
        assertThat(alert.line()).isEqualTo("PRIVATE");
        assertThat(alert.assetsBefore()).hasToString("6260000.00 CNY");
        assertThat(alert.assetsAfter()).hasToString("5840000.00 CNY");
        assertThat(alert.shortfall()).hasToString("160000.00 CNY");
        assertThat(alert.occurredAt()).isEqualTo("2025-03-03T02:00:00Z");
        assertThat(alert.detectedAt()).isEqualTo(NOW);
        assertThat(alert.movement().bankName()).isEqualTo("招商银行");
        assertThat(alert.movement().amount()).hasToString("420000.00 CNY");
    }

    @Test
    void whoTheClientIsAndWhoseIsSaidAfterwards() {
        client.pays("420000", CMB);
        Alert unnamed = alert();
        ClientCard card = new ClientCard("王小明", new BranchId("SZ-01"), new ManagerId("M-17"));
        Alert alert =
                Objects.requireNonNull(detections(client).get(0).about(card).alert());
        assertThat(alert.clientName()).isEqualTo("王小明");
        assertThat(alert.branch()).isEqualTo(new BranchId("SZ-01"));
        assertThat(alert.manager()).isEqualTo(new ManagerId("M-17"));
        assertThat(alert.life().responsible()).isEqualTo(new ManagerId("M-17"));
        assertThat(alert)
                .usingRecursiveComparison()
                .ignoringFields("clientName", "branch", "manager", "life.responsible")
                .isEqualTo(unnamed);
    }

    @Test
    void theMostSevereFindingLeads() {
        client.gets("240000");
        client.pays("3500000", CMB);
        assertThat(alert().rule()).isEqualTo(Rule.TIER_LOST);
        assertThat(alert().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aMoreSevereFindingOfALaterRuleLeadsAndComesFirst() {
        TestClient wide = TestClient.of(TestPolicy.with("'lines':[{'bandWidth':'6000000'}]"));
        wide.has("6000000").pays("3000000", CMB);
        assertThat(detections(wide).get(0).findings())
                .extracting("rule")
                .startsWith(Rule.CRITICAL_BAND, Rule.COMPETITOR_OUTFLOW);
        assertThat(alert(wide).rule()).isEqualTo(Rule.COMPETITOR_OUTFLOW);
        assertThat(alert(wide).line()).isNull();
        assertThat(alert(wide).findings())
                .extracting("rule")
                .containsExactly(
                        Rule.COMPETITOR_OUTFLOW,
                        Rule.CRITICAL_BAND,
                        Rule.CUMULATIVE_OUTFLOW,
                        Rule.CUMULATIVE_OUTFLOW,
                        Rule.CUMULATIVE_OUTFLOW);
    }

    @Test
    void amongEquallySevereOnesTheEarlierRuleLeads() {
        TestClient rich = TestClient.of(TestPolicy.with("'lines':[]")).has("90000000");
        rich.pays("1000000", CMB);
        assertThat(alert(rich).rule()).isEqualTo(Rule.COMPETITOR_OUTFLOW);
        assertThat(alert(rich).findings().get(1).window()).isEqualTo("PT24H");
    }

    @Test
    void aSuppressedFindingNeverLeads() {
        TestClient rich = TestClient.of(TestPolicy.with("'lines':[]")).has("90000000");
        rich.pays("600000", CMB);
        rich.pays("600000", CMB);
        assertThat(alert(rich).rule()).isEqualTo(Rule.CUMULATIVE_OUTFLOW);
        assertThat(alert(rich).findings()).extracting("suppressed").containsExactly(false, true);
    }

    @Test
    void whereAllIsSuppressedThereIsNoAlertButTheFindingsAreKept() {
        TestClient rich = TestClient.of(TestPolicy.with("'lines':[],'outflow':{'windows':[]}"))
                .has("90000000");
        rich.pays("600000", CMB);
        rich.pays("600000", CMB);
        assertThat(detections(rich)).singleElement().satisfies(detection -> {
            assertThat(detection.alert()).isNull();
            assertThat(detection.findings()).hasSize(1);
        });
    }

    @Test
    void arrivalAndExpiryOfOneMovementMakeTwoAlerts() {
        client.sends("T1", "1000000");
        client.waits("PT2M");
        assertThat(detections(client)).singleElement().satisfies(detection -> {
            assertThat(detection.origin().cause()).isEqualTo(Cause.LEG_EXPIRED);
            assertThat(detection.origin().offset()).isEqualTo(1);
        });
    }

    @Test
    void anEpisodeKeepsItsIdWhileItLasts() {
        client.pays("300000");
        EpisodeSummary opened = Objects.requireNonNull(alert().episode());
        client.pays("300000");
        EpisodeSummary worsened = Objects.requireNonNull(alert().episode());
        client.gets("1000000");
        EpisodeSummary closed = Objects.requireNonNull(alert().episode());
        assertThat(List.of(worsened.id(), closed.id())).containsOnly(opened.id());
    }

    @Test
    void theNextEpisodeHasAnother() {
        client.pays("300000");
        EpisodeSummary first = Objects.requireNonNull(alert().episode());
        client.gets("300000");
        client.pays("300000");
        EpisodeSummary next = Objects.requireNonNull(alert().episode());
        assertThat(next.id()).isNotEqualTo(first.id());
    }

    @Test
    void anOutflowThatLeadsWhatWorsensTheBandBelongsToTheEpisode() {
        client.pays("300000");
        EpisodeSummary opened = Objects.requireNonNull(alert().episode());
        client.pays("600000", CMB);
        Alert worse = alert();
        assertThat(worse.rule()).isEqualTo(Rule.COMPETITOR_OUTFLOW);
        assertThat(worse.findings()).extracting(RaisedFinding::rule).contains(Rule.BAND_WORSENED);
        assertThat(worse.line()).isNull();
        assertThat(Objects.requireNonNull(worse.episode()).id()).isEqualTo(opened.id());
    }

    @Test
    void aRecoveredClientHasNoShortfall() {
        client.pays("300000");
        client.gets("300000");
        assertThat(alert().rule()).isEqualTo(Rule.RECOVERED);
        assertThat(alert().shortfall()).isNull();
    }

    private Alert alert() {
        return alert(client);
    }

    private Alert alert(TestClient of) {
        return Objects.requireNonNull(detections(of).get(0).alert());
    }

    private List<Detection> detections(TestClient of) {
        return of.judgements().stream()
                .map(judgement -> Alerts.detection("balance-movements", 0, judgement, NOW))
                .toList();
    }
}
