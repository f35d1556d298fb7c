package io.tidemark.feed.http;

import io.tidemark.alert.Alert;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages that an alert can be told in. */
enum Language {
    ENGLISH(Locale.ENGLISH, new EnglishAmounts()),
    CHINESE(Locale.CHINESE, new ChineseAmounts());

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

    @SuppressWarnings("ImmutableEnumChecker") // nothing in it ever changes
    private final Sentences sentences;

    Language(Locale locale, Amounts amounts) {
        this.sentences = new Sentences(locale, amounts);
    }

    /** English if the caller reads neither. */
    static Language preferredBy(List<LanguageRange> ranges) {
        return Locale.CHINESE.equals(Locale.lookup(ranges, KNOWN)) ? CHINESE : ENGLISH;
    }

    /** What happened and how bad it is. */
    String sentence(Alert alert) {
        return sentences.of(alert);
    }
}
