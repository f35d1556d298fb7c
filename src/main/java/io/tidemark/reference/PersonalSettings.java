package io.tidemark.reference;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.QuietHours;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How people want to hear of alerts. A change makes every roster that somebody holds old. Fails with an {@link Objection}
 * if the bank has not told of the person.
 */
public interface PersonalSettings {

    /** Empty for the bank's default. */
    Mono<Optional<QuietHours>> quietHours(ManagerId of);

    /** @param quiet null for the bank's default */
    Mono<Void> keepQuietHours(ManagerId of, @Nullable QuietHours quiet);

    /** A severity that is absent has the bank's default. */
    Mono<Map<Severity, List<ChannelChoice>>> channels(ManagerId of);

    Mono<Void> keepChannels(ManagerId of, Map<Severity, List<ChannelChoice>> channels);
}
