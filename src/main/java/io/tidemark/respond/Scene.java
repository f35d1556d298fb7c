package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.route.Responsibility;
import java.util.List;

/**
 * What an alert is looked at with.
 *
 * @param others of its episode, if they have not been told yet what this one means for them; else none
 */
public record Scene(Alert alert, List<Alert> others, Responsibility responsibility) {
    public Scene {
        others = List.copyOf(others);
    }
}
