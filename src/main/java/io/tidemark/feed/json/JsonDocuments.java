package io.tidemark.feed.json;

import io.tidemark.alert.Alert;
import io.tidemark.feed.Documents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

@Component
class JsonDocuments implements Documents {
    private final ObjectReader alerts;

    JsonDocuments(JsonMapper json) {
        this.alerts = json.readerFor(Alert.class);
    }

    @Override
    public Alert read(String document) {
        return alerts.readValue(document);
    }
}
