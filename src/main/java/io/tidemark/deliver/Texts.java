package io.tidemark.deliver;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Masked;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.detect.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a message says, in Chinese or, to everybody else, in English: no balance, no account, no full name, an amount only
 * as a band. The words are in {@code texts_<language>.properties}. A digest fits three segments of an SMS, as long as the
 * service's address is not longer than some 60 characters.
 */
public final class Texts {
    private static final String WORDS = "io.tidemark.deliver.texts";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Language chinese = new Language(Locale.CHINESE, Bands.CHINESE);
    private final Language english = new Language(Locale.ENGLISH, Bands.ENGLISH);
    private final String links;

    /** @param publicUrl where people reach the service from their phones, without a slash at the end */
    public Texts(String publicUrl) {
        this.links = publicUrl + "/a/";
    }

    /** The message that the claim becomes. */
    Message message(Claim claim, Recipient recipient) {
        List<Alert> alerts = claim.deliveries().stream().map(Planned::alert).toList();
        String reference = alerts.get(0).id().shortCode();
        return new Message(
                claim.message(),
                recipient,
                reference,
                claim.severity(),
                text(claim, recipient.locale(), links + reference),
                alerts.size(),
                claim.expiresAt());
    }

    private String text(Claim claim, Locale locale, String link) {
        Language language = locale.getLanguage().equals("zh") ? chinese : english;
        Planned worst = claim.deliveries().get(0);
        String what = language.what(worst);
        return claim.deliveries().size() == 1
                ? language.fill("single", Map.of("what", what, "link", link))
                : language.fill(
                        "digest",
                        Map.of(
                                "count",
                                Integer.toString(claim.deliveries().size()),
                                "severities",
                                language.severities(claim.deliveries()),
                                "what",
                                what,
                                "link",
                                link));
    }

    /** The words of one language. */
    private static final class Language {
        private final ResourceBundle words;
        private final Bands bands;

        Language(Locale locale, Bands bands) {
            this.words =
                    ResourceBundle.getBundle(WORDS, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            this.bands = bands;
        }

        String what(Planned planned) {
            Alert alert = planned.alert();
            return fill(
                    "what",
                    Map.of(
                            "severity", words.getString(planned.severity().name()),
                            "client",
                                    Objects.requireNonNullElse(
                                            Masked.name(alert.clientName()), words.getString("client")),
                            "rule", words.getString(alert.rule().name()),
                            "amount", bands.of(alert.movement().amount())));
        }

        /** How many of each, the worst first. */
        String severities(List<Planned> deliveries) {
            Map<Severity, Long> counts = deliveries.stream()
                    .collect(Collectors.groupingBy(
                            Planned::severity, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.counting()));
            return counts.entrySet().stream()
                    .map(count -> fill(
                            "count",
                            Map.of(
                                    "severity", words.getString(count.getKey().name()),
                                    "count", count.getValue().toString())))
                    .collect(Collectors.joining(words.getString("comma")));
        }

        String fill(String key, Map<String, String> values) {
            return PLACE.matcher(words.getString(key))
                    .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
        }
    }
}
