package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.TimelineEntry;
import java.util.List;

/** An alert and what happened to it since it was raised, oldest first. */
public record Story(Alert alert, List<TimelineEntry> entries) {
    public Story {
        entries = List.copyOf(entries);
    }
}
