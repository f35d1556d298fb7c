package io.tidemark.deliver;

import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The gateways of one channel, the one to prefer first. */
public final class Lineup {
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Channel channel;
    private final List<Line> lines;
    private final AtomicBoolean down = new AtomicBoolean();

    public Lineup(Channel channel, List<Line> lines) {
        this.channel = channel;
        this.lines = List.copyOf(lines);
    }

    Channel channel() {
        return channel;
    }

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether any gateway takes something now; asked before anything is claimed. */
    boolean ready() {
        if (lines.stream().noneMatch(Line::works)) {
            down.set(true);
        }
        return lines.stream().anyMatch(Line::ready);
    }

    /** Whether this is the first success since all gateways were down. */
    boolean returned() {
        return down.compareAndSet(true, false);
    }

    /** In order; but what one gateway may have sent already goes through another, if any other takes it. */
    List<Line> linesFor(Claim claim) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> claim.doubtfulAt().contains(line.name())))
                .toList();
    }

    /** When to ask again. */
    Instant readyAt(Instant now) {
        return lines.stream()
                .filter(Line::works)
                .map(Line::pausedUntil)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(now.plus(LATER));
    }
}
