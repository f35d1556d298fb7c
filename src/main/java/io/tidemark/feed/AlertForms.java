package io.tidemark.feed;

import io.tidemark.alert.Alert;
import java.util.List;
import java.util.Locale.LanguageRange;

/** How an alert is shown to callers, outside the feed. */
public interface AlertForms {

    /** The JSON that callers know, in UTF-8 and in the language they like best; without a position. */
    byte[] json(Alert alert, List<LanguageRange> preferred);
}
