package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.bank.ManagerId;
import io.tidemark.bank.Money;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.route.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final List<Rule> RULES = List.of(Rule.values());
    private static final int THREE_SEGMENTS = 3 * 67;

    private final Texts texts = new Texts("https://tidemark.bank.example");

    @Test
    void oneAlertIsToldInTheRecipientsLanguage() {
        Alert alert = SampleAlerts.of(7, "C-1001", Rule.COMPETITOR_OUTFLOW, Severity.HIGH);
        String link = "https://tidemark.bank.example/a/" + alert.id().shortCode();

        assertThat(text(Locale.SIMPLIFIED_CHINESE, List.of(alert))).isEqualTo("重要：客户王*大额资金流向他行，涉及金额10-50万元。查看：" + link);
        assertThat(text(Locale.ENGLISH, List.of(alert)))
                .isEqualTo("high: 王*, a large amount left for another bank, amount moved CNY 100k-500k. Open: " + link);
        assertThat(text(Locale.FRENCH, List.of(alert))).startsWith("high: ");
    }

    @Test
    void aDigestSaysHowManyAndTheWorst() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            alerts.add(SampleAlerts.of(
                    i,
                    "C-1001",
                    RULES.get(i % RULES.size()),
                    List.of(Severity.values()).get(i % 5)));
        }
        assertThat(text(Locale.SIMPLIFIED_CHINESE, alerts))
                .startsWith("100条预警待处理（紧急20、重要20、一般20、提示20、通知20）。最严重：紧急：客户王*")
                .hasSizeLessThan(THREE_SEGMENTS);
        assertThat(text(Locale.ENGLISH, alerts))
                .startsWith(
                        "100 alerts are waiting (20 critical, 20 high, 20 medium, 20 low, 20 info). The worst: critical: 王*,");
    }

    @Test
    void noTextTellsABalanceAShortfallAnExactAmountOrAName() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Alert sample = SampleAlerts.of(i, "C-1001", RULES.get(random.nextInt(RULES.size())), Severity.HIGH);
            Money before = money(random);
            Money after = money(random);
            Money shortfall = money(random);
            Alert alert = withMoney(sample, before, after, shortfall);
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                String text = text(locale, List.of(alert));
                String said = text.substring(0, text.indexOf("http"));
                for (Money secret : List.of(before, after, shortfall)) {
                    String digits = Long.toString(secret.minorUnits() / 100);
                    assertThat(said).doesNotContain(digits).doesNotContain(digits.substring(0, 5));
                }
                assertThat(said).doesNotContain("小明").doesNotContain("420000").doesNotContain("C-1001");
                assertThat(said.replaceAll("[^0-9]", "")).hasSizeLessThanOrEqualTo(9);
            }
        }
    }

    private static Money money(Random random) {
        return SampleAlerts.cny((1_000_000 + random.nextInt(90_000_000)) + "." + (10 + random.nextInt(90)));
    }

    private static Alert withMoney(Alert alert, Money before, Money after, Money shortfall) {
        return new Alert(
                alert.id(),
                alert.origin(),
                alert.client(),
                alert.clientName(),
                alert.branch(),
                alert.manager(),
                alert.rule(),
                alert.line(),
                alert.severity(),
                alert.life(),
                alert.occurredAt(),
                alert.detectedAt(),
                before,
                after,
                shortfall,
                alert.movement(),
                alert.findings(),
                alert.episode(),
                alert.policyVersion());
    }

    private String text(Locale locale, List<Alert> alerts) {
        List<Planned> planned = new ArrayList<>();
        alerts.forEach(alert -> planned.add(new Planned(planned.size(), alert, alert.severity(), 0, false)));
        ManagerId manager = new ManagerId("M-1");
        Claim claim = new Claim(new UUID(1, 1), 1, manager, Channel.SMS, planned, Set.of(), SetClock.MORNING);
        return texts.message(claim, new Recipient(manager, null, null, locale)).text();
    }
}
