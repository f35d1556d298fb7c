package io.tidemark.feed.http;

import io.tidemark.feed.Form;
import io.tidemark.feed.http.SseForm.Format;
import java.util.EnumMap;
import java.util.Map;

/** One form for each way to read the feed, so that all who read it the same way share its bytes. */
final class SseForms {
    private final Map<Format, Map<Language, Form>> forms = new EnumMap<>(Format.class);

    SseForms() {
        for (Format format : Format.values()) {
            Map<Language, Form> ofLanguage = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                ofLanguage.put(language, new SseForm(language, format));
            }
            forms.put(format, ofLanguage);
        }
    }

    Form of(Format format, Language language) {
        return forms.getOrDefault(format, Map.of()).getOrDefault(language, new SseForm(language, format));
    }
}
