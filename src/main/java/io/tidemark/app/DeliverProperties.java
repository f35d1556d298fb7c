package io.tidemark.app;

import io.tidemark.deliver.Cap;
import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are delivered.
 *
 * @param order names of gateways, the one to prefer first; others come after, as their adapters name them
 * @param perSecond most messages in a second for a gateway, by its name, of all instances together
 * @param perSecondOtherwise for gateways that are not named
 * @param instances how many instances there are at most: each keeps to its part while Redis is away
 * @param inFlight most messages under way at once, for each channel
 */
@ConfigurationProperties("tidemark.deliver")
record DeliverProperties(
        @DefaultValue List<String> order,
        @DefaultValue Map<String, Integer> perSecond,
        @DefaultValue("100") int perSecondOtherwise,
        @DefaultValue("2") int instances,
        @DefaultValue("16") int inFlight,
        @DefaultValue Waiting waiting,
        @DefaultValue PhoneCap cap) {

    DeliverProperties {
        perSecond.forEach((gateway, most) -> positive(most, "per-second." + gateway));
        positive(perSecondOtherwise, "per-second-otherwise");
        positive(instances, "instances");
        positive(inFlight, "in-flight");
    }

    /**
     * How long things are waited for.
     *
     * @param poll how often it is looked for what is due
     * @param submission for a gateway's answer
     * @param lease how long what an instance has taken is its own
     * @param inDoubt how long for a receipt, before what is in doubt is sent once more
     * @param present how long what is not urgent waits for a person who looks at the feed
     * @param urgent how long CRITICAL and HIGH is of use
     * @param ordinary how long the rest is of use
     */
    record Waiting(
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("10s") Duration submission,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("60s") Duration inDoubt,
            @DefaultValue("10m") Duration present,
            @DefaultValue("24h") Duration urgent,
            @DefaultValue("12h") Duration ordinary) {
        Waiting {
            positive(poll.toMillis(), "waiting.poll");
            positive(submission.toMillis(), "waiting.submission");
            positive(inDoubt.toMillis(), "waiting.in-doubt");
            positive(present.toMillis(), "waiting.present");
            positive(urgent.toMillis(), "waiting.urgent");
            positive(ordinary.toMillis(), "waiting.ordinary");
            if (lease.compareTo(submission.multipliedBy(2)) < 0) {
                throw new StartupProblem(
                        "tidemark.deliver.waiting.lease is less than twice tidemark.deliver.waiting.submission.",
                        "Write a longer lease, such as 30s for a submission of 10s.");
            }
        }
    }

    /** Most messages by SMS to one person within a time; twice as many CRITICAL ones. */
    record PhoneCap(
            @DefaultValue("5") int messages,
            @DefaultValue("10m") Duration within) {
        PhoneCap {
            positive(messages, "cap.messages");
            positive(within.toMillis(), "cap.within");
        }

        Cap cap() {
            return new Cap(messages, within);
        }
    }

    int perSecond(String gateway) {
        return perSecond.getOrDefault(gateway, perSecondOtherwise);
    }

    /** Another one each time the service starts. */
    static String instance() {
        return UUID.randomUUID().toString();
    }

    private static void positive(long value, String property) {
        if (value < 1) {
            throw new StartupProblem(
                    "tidemark.deliver." + property + " is not positive.",
                    "Set it to more, or leave it out for the default.");
        }
    }
}
