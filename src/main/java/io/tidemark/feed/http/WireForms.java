package io.tidemark.feed.http;

import io.tidemark.alert.Alert;
import io.tidemark.feed.AlertForms;
import io.tidemark.web.WireJson;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.springframework.stereotype.Component;

@Component
final class WireForms implements AlertForms {
    @Override
    public byte[] json(Alert alert, List<LanguageRange> preferred) {
        return WireJson.bytes(AlertView.of(null, alert, Language.preferredBy(preferred)));
    }
}
