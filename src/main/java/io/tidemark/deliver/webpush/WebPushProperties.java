package io.tidemark.deliver.webpush;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how messages are pushed.
 *
 * @param vapid absent if nothing is pushed
 * @param endpointHosts of which push services subscriptions are taken; {@code *.} at the start stands for any name below
 * @param loopbackAllowed for a push service on this machine, which tests have; it may speak plain HTTP
 * @param ttl how long a push service keeps a message for a browser that is off, at most
 * @param timeout for one push service to answer
 * @param subscriptionsPerPerson a further one replaces the one that was confirmed the longest ago
 */
@ConfigurationProperties("tidemark.deliver.web-push")
record WebPushProperties(
        @Nullable Vapid vapid,

        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.notify.windows.com",
            "web.push.apple.com",
            "*.push.apple.com"
        })
        List<String> endpointHosts,

        @DefaultValue("false") boolean loopbackAllowed,
        @DefaultValue("4h") Duration ttl,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10") int subscriptionsPerPerson) {
    private static final Duration LONGEST_TTL = Duration.ofDays(28);

    WebPushProperties {
        endpointHosts = List.copyOf(endpointHosts);
        for (String host : endpointHosts) {
            require(
                    host.matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+"),
                    "endpoint-hosts has " + host,
                    "Write names in lower case as push.example.com, or *.example.com for all below.");
        }
        require(
                !ttl.isNegative() && ttl.compareTo(LONGEST_TTL) <= 0,
                "ttl is " + ttl,
                "Set it to 0s up to 28d, or leave it out for 4h.");
        require(
                !timeout.isNegative() && !timeout.isZero(),
                "timeout is not positive",
                "Set it to more, or leave it out for 10s.");
        require(
                subscriptionsPerPerson >= 1 && subscriptionsPerPerson <= 100,
                "subscriptions-per-person is " + subscriptionsPerPerson,
                "Set it to 1 up to 100, or leave it out for 10.");
    }

    /**
     * Who we are to push services (RFC 8292).
     *
     * @param publicKey 65 bytes in base64url
     * @param privateKey 32 bytes in base64url
     * @param subject whom a push service may turn to: {@code mailto:} or {@code https:}
     */
    record Vapid(
            @DefaultValue("") String publicKey,
            @DefaultValue("") String privateKey,
            @DefaultValue("") String subject) {
        Vapid {
            require(
                    subject.matches("(mailto:|https://)[^\\s\"\\\\]+"),
                    "vapid.subject is no mailto: or https: address",
                    "Write whom a push service may turn to, for example mailto:operations@bank.example.");
            require(
                    publicKey.matches("[A-Za-z0-9_-]{87}=?") && privateKey.matches("[A-Za-z0-9_-]{43}=?"),
                    "vapid.public-key and vapid.private-key are not 65 and 32 bytes in base64url",
                    "Make a pair with any VAPID tool, for example npx web-push generate-vapid-keys.");
        }

        @Override
        public String toString() {
            return subject;
        }
    }

    private static void require(boolean holds, String wrong, String remedy) {
        if (!holds) {
            throw new StartupProblem("tidemark.deliver.web-push." + wrong + ".", remedy);
        }
    }
}
