package io.tidemark.deliver.smpp;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * One account at one provider.
 *
 * @param name of the gateway
 * @param account who we are there
 * @param source who the phone says it is from
 * @param signature put in front of each text, in 【 】; empty for none
 * @param window how many submissions may be unanswered at a time, each with a thread that waits for it
 * @param maxParts how many segments a message may have; what is longer is cut
 * @param timing how long things may take
 * @param receipts how to read what the provider says later
 */
record SmppSettings(
        String name,
        String host,
        @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        Account account,
        @DefaultValue Source source,
        @DefaultValue("") String signature,
        @DefaultValue("10") int window,
        @DefaultValue("10") int maxParts,
        @DefaultValue Timing timing,
        @DefaultValue Receiving receipts) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    SmppSettings {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new StartupProblem(
                    "An entry of tidemark.deliver.smpp has no usable name.",
                    "Set its name to at most 40 small letters, digits and hyphens, such as carrier-a.");
        }
        check(StringUtils.hasText(host), name, "does not say where the provider is.", "Set its host, and its port.");
        check(port > 0 && port < 65_536, name, "has no possible port.", "Set its port to 1 to 65535.");
        check(account != null, name, "does not say who we are.", "Set its account.system-id and account.password.");
        check(window > 0 && window <= 100, name, "has no usable window.", "Set its window to 1 to 100.");
        check(maxParts > 0 && maxParts <= 255, name, "has no usable max-parts.", "Set its max-parts to 1 to 255.");
    }

    private static void check(boolean right, String name, String wrong, String remedy) {
        if (!right) {
            throw new StartupProblem("The SMPP gateway " + name + " " + wrong, remedy);
        }
    }

    /** What stands in front of a text. */
    String preamble() {
        return signature.isEmpty() || signature.startsWith("【") ? signature : "【" + signature + "】";
    }

    /** The lengths are those that the protocol has room for. */
    record Account(
            String systemId,
            @DefaultValue("") String password,
            @DefaultValue("") String systemType) {
        Account {
            check(
                    StringUtils.hasText(systemId) && systemId.length() <= 15,
                    "account",
                    "has no usable system-id.",
                    "Set account.system-id to what the provider gave, 1 to 15 characters.");
            check(
                    password.length() <= 8 && systemType.length() <= 12,
                    "account",
                    "has a password or system-type that SMPP has no room for.",
                    "A password has at most 8 characters, a system-type 12.");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Account[" + systemId + "]";
        }
    }

    /** @param address a number, short code or word; empty if the provider has one for the account */
    record Source(
            @DefaultValue("") String address,
            @DefaultValue("unknown") TypeOfNumber ton,
            @DefaultValue("unknown") NumberingPlanIndicator npi) {
        Source {
            check(address.length() <= 20, "source", "has too long an address.", "Give source.address 20 characters.");
        }
    }

    /**
     * How long things may take.
     *
     * @param submitTimeout for an answer to anything, and for a message to wait for its place in the window
     * @param enquireLink how long nothing may come before the provider is asked whether it is there
     * @param throttlePause how long to leave the provider alone after it said that it was too much
     * @param reconnectFirst before trying again to bind; doubled each time, with jitter
     * @param reconnectLongest never longer than that
     */
    record Timing(
            @DefaultValue("5s") Duration submitTimeout,
            @DefaultValue("30s") Duration enquireLink,
            @DefaultValue("1s") Duration throttlePause,
            @DefaultValue("1s") Duration reconnectFirst,
            @DefaultValue("60s") Duration reconnectLongest) {
        private static final Duration MOST = Duration.ofHours(1);

        Timing {
            for (Duration each :
                    new Duration[] {submitTimeout, enquireLink, throttlePause, reconnectFirst, reconnectLongest}) {
                check(
                        each.toMillis() > 0 && each.compareTo(MOST) <= 0,
                        "timing",
                        "has a value that is not positive, or above an hour.",
                        "Give all of timing values above zero and up to 1h, or leave them out.");
            }
            check(
                    reconnectFirst.compareTo(reconnectLongest) <= 0,
                    "timing",
                    "has a reconnect-first above its reconnect-longest.",
                    "Set reconnect-longest to at least reconnect-first.");
        }
    }

    /**
     * How to read receipts.
     *
     * @param messageIdFormat how an id in a receipt relates to the one in the answer to the submission
     * @param zone of the dates
     */
    record Receiving(
            @DefaultValue("as-is") MessageIds messageIdFormat,
            @DefaultValue("UTC") ZoneId zone) {}
}
