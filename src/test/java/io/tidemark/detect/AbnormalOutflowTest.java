package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbnormalOutflowTest {
    private static final String ABNORMAL = "ABNORMAL_OUTFLOW MEDIUM";
    private static final String ALONE = "'lines':[],'outflow':{'single':'90000000','share':'1','windows':[]}";

    private final TestClient client = TestClient.of(TestPolicy.with(ALONE));

    @Test
    void withoutAnOutflowInTheLookBackOnlyTheMinimumCounts() {
        client.has("20000000").later("P30D");
        assertThat(client.pays("299999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(ABNORMAL);
    }

    @Test
    void twiceTheLargestDayIsAbnormal() {
        client.has("20000000").pays("200000");
        assertThat(client.later("P30D").pays("399999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(ABNORMAL);
    }

    @Test
    void theLargestDayIsATotalOfOneDay() {
        client.has("20000000").pays("100000");
        client.later("PT1H").pays("100000");
        client.later("P1D").pays("150000");
        assertThat(client.later("P30D").pays("399999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(ABNORMAL);
    }

    @Test
    void twiceALittleIsNotEnough() {
        client.has("20000000").pays("100");
        assertThat(client.later("P30D").pays("299999.99")).isEmpty();
    }

    @Test
    void itSpeaksOncePerDate() {
        client.has("20000000").later("P30D").pays("300000");
        assertThat(client.later("PT1H").pays("5000000")).isEmpty();
    }

    @Test
    void itSpeaksAgainOnAnotherDateIfThatIsTwiceAsMuch() {
        client.has("20000000").later("P30D").pays("300000");
        assertThat(client.later("P1D").pays("599999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(ABNORMAL);
    }

    @Test
    void thePeriodOfGraceForNewClientsCountsLocalDates() {
        client.at("2025-03-03T23:59:59+08:00").has("20000000");
        assertThat(client.at("2025-04-01T23:59:59+08:00").pays("300000")).isEmpty();
        assertThat(client.at("2025-04-02T00:00:00+08:00").pays("600000")).containsExactly(ABNORMAL);
    }

    @Test
    void theEarliestMovementIsTheOneBookedEarliest() {
        client.has("20000000").earlier("P1D").gets("1");
        assertThat(client.later("P30D").pays("300000")).containsExactly(ABNORMAL);
    }

    @Test
    void theLookBackBeginsNinetyDatesAgo() {
        client.at("2025-03-03T00:00:00+08:00").has("20000000").pays("200000");
        assertThat(client.at("2025-06-01T23:59:59+08:00").pays("399999.99")).isEmpty();
    }

    @Test
    void beforeTheLookBackNothingCounts() {
        client.at("2025-03-03T23:59:59+08:00").has("20000000").pays("200000");
        assertThat(client.at("2025-06-02T00:00:00+08:00").pays("300000")).containsExactly(ABNORMAL);
    }

    @Test
    void theDateIsTheBanks() {
        client.has("20000000").at("2025-04-10T15:59:59Z").pays("200000");
        assertThat(client.at("2025-04-10T16:00:00Z").pays("300000")).isEmpty();
        assertThat(client.at("2025-04-10T15:59:59Z").pays("100000")).containsExactly(ABNORMAL);
    }

    @Test
    void aDateWithALeapOfTheClockIsOneDate() {
        TestClient berlin = TestClient.of(TestPolicy.with("'zone':'Europe/Berlin'," + ALONE));
        berlin.at("2025-01-01T12:00:00Z").has("20000000");
        berlin.at("2025-03-29T23:00:00Z").pays("150000");
        assertThat(berlin.at("2025-03-30T21:59:59Z").pays("150000")).containsExactly(ABNORMAL);
    }

    @Test
    void summerTimeMovesMidnight() {
        TestClient berlin = TestClient.of(TestPolicy.with("'zone':'Europe/Berlin'," + ALONE));
        berlin.at("2025-01-01T12:00:00Z").has("20000000");
        berlin.at("2025-03-30T21:59:59Z").pays("150000");
        assertThat(berlin.at("2025-03-30T22:00:00Z").pays("150000")).isEmpty();
        assertThat(berlin.pays("150000")).containsExactly(ABNORMAL);
    }

    @Test
    void laterDatesAreNotInTheLookBack() {
        client.has("20000000").later("P32D").pays("250000");
        assertThat(client.earlier("P1D").pays("300000")).containsExactly(ABNORMAL);
    }

    @Test
    void whatWasPaidUnwatchedCounts() {
        client.has("4000000").pays("200000");
        client.later("P30D").has("4000000").pays("300000");
        assertThat(client.has("20000000").pays("99999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(ABNORMAL);
    }

    @Test
    void anUnwatchedOutflowIsNotJudged() {
        assertThat(client.has("4999999.99").later("P30D").pays("1000000")).isEmpty();
    }

    @Test
    void ownTransfersDoNotCount() {
        client.has("20000000").later("P30D").sends("T1", "1000000");
        assertThat(client.pays("299999.99")).isEmpty();
    }

    @Test
    void moneyComingInDoesNotCount() {
        assertThat(client.has("20000000").later("P30D").gets("1000000")).isEmpty();
    }
}
