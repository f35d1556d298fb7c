package io.tidemark.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.AlertVariant;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.movement.Direction;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private static Alert of(Rule rule) {
        return SampleAlerts.of(1, "C-1001", rule, Severity.HIGH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIER_LOST | Assets fell from 6.26M to 5.84M CNY, 160,000.00 below the PRIVATE line and out of the band under it, after 420,000.00 CNY went to 招商银行.
            CRITICAL_BAND | Assets fell from 6.26M to 5.84M CNY, 160,000.00 below the PRIVATE line, after 420,000.00 CNY went to 招商银行.
            BAND_WORSENED | Assets sank further below the PRIVATE line, from 6.26M to 5.84M CNY, which is 160,000.00 short, after 420,000.00 CNY went to 招商银行.
            COMPETITOR_OUTFLOW | A large amount left for another bank: assets fell from 6.26M to 5.84M CNY after 420,000.00 CNY went to 招商银行.
            CUMULATIVE_OUTFLOW | What left for other banks within 7 days has added up: assets went from 6.26M to 5.84M CNY after 420,000.00 CNY went to 招商银行.
            ABNORMAL_OUTFLOW | Far more than usual left in one day: assets went from 6.26M to 5.84M CNY after 420,000.00 CNY went to 招商银行.
            NEAR_LINE | Assets fell from 6.26M to 5.84M CNY, barely above the PRIVATE line, after 420,000.00 CNY went to 招商银行.
            QUALIFIED | Assets rose from 6.26M to 5.84M CNY and reached the PRIVATE line after 420,000.00 CNY went to 招商银行.
            RECOVERED | Assets rose from 6.26M to 5.84M CNY and are safely above the PRIVATE line again after 420,000.00 CNY went to 招商银行.
            """)
    void eachRuleHasItsEnglishSentence(Rule rule, String sentence) {
        assertThat(Language.ENGLISH.sentence(of(rule))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIER_LOST | 向招商银行转出42万元后，资产由626万元降至584万元，低于PRIVATE线16万元，已跌出临界区间。
            CRITICAL_BAND | 向招商银行转出42万元后，资产由626万元降至584万元，低于PRIVATE线16万元。
            BAND_WORSENED | 向招商银行转出42万元后，资产在PRIVATE线下继续下降，由626万元降至584万元，缺口16万元。
            COMPETITOR_OUTFLOW | 大额资金流向他行：向招商银行转出42万元后，资产由626万元降至584万元。
            CUMULATIVE_OUTFLOW | 7天内流向他行的资金累计达到限额：向招商银行转出42万元后，资产由626万元变为584万元。
            ABNORMAL_OUTFLOW | 单日流出远超平常：向招商银行转出42万元后，资产由626万元变为584万元。
            NEAR_LINE | 向招商银行转出42万元后，资产由626万元降至584万元，已接近PRIVATE线。
            QUALIFIED | 向招商银行转出42万元后，资产由626万元升至584万元，达到PRIVATE线。
            RECOVERED | 向招商银行转出42万元后，资产由626万元升至584万元，重新稳定在PRIVATE线之上。
            """)
    void eachRuleHasItsChineseSentence(Rule rule, String sentence) {
        assertThat(Language.CHINESE.sentence(of(rule))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whateverCausedItEveryPlaceIsFilled(Language language) {
        for (Rule rule : Rule.values()) {
            for (Direction direction : Direction.values()) {
                AlertVariant bare = AlertVariant.of(of(rule)).moved(direction).withoutBank();
                assertThat(language.sentence(bare.alert())).doesNotContain("{", "}", "null");
                assertThat(language.sentence(bare.legExpired().alert())).doesNotContain("{", "}", "null");
            }
        }
    }

    @Test
    void aBankThatNobodyNamedIsToldByItsCode() {
        Alert nameless = AlertVariant.of(of(Rule.CRITICAL_BAND)).bankName(null).alert();
        assertThat(Language.ENGLISH.sentence(nameless)).endsWith("went to the bank 308584000013.");
    }

    @Test
    void amountsThatRoundToTheSameAreToldExactly() {
        Alert close = AlertVariant.of(of(Rule.NEAR_LINE))
                .assets("6000999.00", "6000000.00")
                .alert();
        assertThat(Language.ENGLISH.sentence(close)).contains("from 6,000,999.00 to 6,000,000.00 CNY");
    }

    @Test
    void aboutIsRoundedDownSoAsNotToSeemAboveALine() {
        Alert below = AlertVariant.of(of(Rule.CRITICAL_BAND))
                .assets("6100000.00", "5999999.99")
                .alert();
        assertThat(Language.ENGLISH.sentence(below)).contains("to 5.99M CNY");
        assertThat(Language.CHINESE.sentence(below)).contains("降至599.99万元");
    }

    @Test
    void aSignThatMeansSomethingInPatternsStaysWhatItIs() {
        Alert odd =
                AlertVariant.of(of(Rule.CRITICAL_BAND)).bankName("A$1\\B{line}").alert();
        assertThat(Language.ENGLISH.sentence(odd)).endsWith("went to A$1\\B{line}.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ENGLISH",
        "'zh-CN,zh;q=0.9,en;q=0.8', CHINESE",
        "'en-US,zh;q=0.5', ENGLISH",
        "'fr,zh;q=0.1', CHINESE",
        "'fr', ENGLISH"
    })
    void speaksTheLanguageThatTheCallerPrefers(String accepted, Language language) {
        var ranges = accepted.isEmpty() ? List.<LanguageRange>of() : LanguageRange.parse(accepted);
        assertThat(Language.preferredBy(ranges)).isEqualTo(language);
    }
}
