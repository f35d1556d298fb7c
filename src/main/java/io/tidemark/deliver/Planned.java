package io.tidemark.deliver;

import io.tidemark.alert.Alert;
import io.tidemark.detect.Severity;
import java.util.Comparator;

/**
 * That one person is to be told of one alert.
 *
 * @param id its own
 * @param alert as it stands now
 * @param severity as it was when this was planned
 * @param tries how often it was handed to a gateway
 * @param postponed whether it has waited because the person was looking at the feed
 */
public record Planned(long id, Alert alert, Severity severity, int tries, boolean postponed) {
    /** The worst first; of the same severity the one that was planned first. */
    public static final Comparator<Planned> WORST_FIRST =
            Comparator.comparing(Planned::severity).reversed().thenComparing(Planned::id);
}
