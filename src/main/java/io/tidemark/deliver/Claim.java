package io.tidemark.deliver;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one person is to be told by one channel, and is ours for a while.
 *
 * @param message id of the message that it becomes
 * @param number counts who had the message
 * @param deliveries at least one, the worst first
 * @param doubtfulAt gateways that may have sent it already; empty unless it is the one repetition
 */
public record Claim(
        UUID message,
        int number,
        ManagerId recipient,
        Channel channel,
        List<Planned> deliveries,
        Set<String> doubtfulAt,
        Instant expiresAt) {
    public Claim {
        deliveries = deliveries.stream().sorted(Planned.WORST_FIRST).toList();
        doubtfulAt = Set.copyOf(doubtfulAt);
        if (deliveries.isEmpty()) {
            throw new IllegalArgumentException("a claim of nothing");
        }
    }

    public Severity severity() {
        return deliveries.get(0).severity();
    }

    /** Whether it may have been sent before. */
    public boolean repeated() {
        return !doubtfulAt.isEmpty();
    }

    /** Without what needs no telling any more. */
    Claim only(Set<Long> left) {
        List<Planned> rest = deliveries.stream()
                .filter(planned -> left.contains(planned.id()))
                .toList();
        return new Claim(message, number, recipient, channel, rest, doubtfulAt, expiresAt);
    }
}
