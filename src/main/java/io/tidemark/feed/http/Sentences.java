package io.tidemark.feed.http;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Evidence;
import io.tidemark.bank.Money;
import io.tidemark.detect.Cause;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence for each rule, in one language; the words are in {@code sentences_<language>.properties}. */
final class Sentences {
    private static final String WORDS = "io.tidemark.feed.http.sentences";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle words;
    private final Amounts amounts;

    Sentences(Locale locale, Amounts amounts) {
        this.words = ResourceBundle.getBundle(WORDS, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.amounts = amounts;
    }

    String of(Alert alert) {
        Money before = alert.assetsBefore();
        Money after = alert.assetsAfter();
        boolean tellApart = amounts.about(before).equals(amounts.about(after));
        return fill(
                alert.rule().name(),
                Map.of(
                        "before", tellApart ? amounts.exact(before) : amounts.about(before),
                        "after", tellApart ? amounts.exactWithUnit(after) : amounts.aboutWithUnit(after),
                        "shortfall", alert.shortfall() == null ? "" : amounts.exact(alert.shortfall()),
                        "line", alert.line() == null ? "" : alert.line(),
                        "window", window(alert),
                        "because", because(alert)));
    }

    private String because(Alert alert) {
        Evidence movement = alert.movement();
        String legExpired = alert.origin().cause() == Cause.LEG_EXPIRED ? ".leg" : "";
        String bank = bank(movement);
        return fill(
                "because." + movement.direction() + legExpired + (bank.isEmpty() ? "" : ".bank"),
                Map.of("amount", amounts.exactWithUnit(movement.amount()), "bank", bank));
    }

    private String bank(Evidence movement) {
        if (movement.bankName() != null) {
            return movement.bankName();
        }
        return movement.bank() == null
                ? ""
                : fill("bank", Map.of("code", movement.bank().value()));
    }

    private String window(Alert alert) {
        String window = alert.findings().get(0).window();
        if (window == null) {
            return "";
        }
        Duration length = Duration.parse(window);
        if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays()))) {
            return number("days", length.toDays());
        }
        return length.equals(Duration.ofHours(length.toHours()))
                ? number("hours", length.toHours())
                : number("minutes", length.toMinutes());
    }

    private String number(String unit, long number) {
        return fill(unit, Map.of("number", Long.toString(number)));
    }

    private String fill(String key, Map<String, String> values) {
        return PLACE.matcher(words.getString(key)).replaceAll(place -> value(place, values));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        return Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""));
    }
}
