package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.cmpp.Outbound.Sender;
import io.tidemark.deliver.cmpp.Pulse.Rate;
import io.tidemark.deliver.cmpp.Window.Pace;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One gateway.
 *
 * @param name what the ledger and the metrics call it
 * @param version 2.0 or 3.0
 * @param sourceAddr the provider's name for us (SP id)
 * @param srcId access number that the phone shows
 * @param signature put in front of each text, in 【 】; empty for none
 * @param domesticPrefix in front of the eleven digits of a Chinese mobile number; mostly empty, sometimes 86
 * @param window how many submits may be unanswered
 * @param submitTimeout how long to wait for a place in the window, and again for the answer
 * @param throttlePause how long to leave the gateway alone when it says that it is too much
 */
record CmppSettings(
        String name,
        String host,
        int port,
        @DefaultValue("3.0") String version,
        String sourceAddr,
        String sharedSecret,
        @DefaultValue("") String serviceId,
        String srcId,
        @DefaultValue("") String signature,
        @DefaultValue("") String domesticPrefix,
        @DefaultValue("16") int window,
        @DefaultValue("5s") Duration submitTimeout,
        @DefaultValue("1s") Duration throttlePause,
        @DefaultValue Fee fee,
        @DefaultValue Link link) {

    CmppSettings {
        Demand demand = new Demand("tidemark.deliver.cmpp[].");
        demand.text(name, "name", "[a-z0-9-]{1,32}", "a short name of small letters, digits and hyphens");
        demand.text(host, "host", "\\S+", "where the gateway is");
        demand.between(port, "port", 1, 65_535);
        demand.text(version, "version", "[23]\\.0", "2.0 or 3.0");
        demand.text(
                sourceAddr, "source-addr", "[!-~]{1,6}", "the SP id that the provider gave you, up to 6 characters");
        demand.text(sharedSecret, "shared-secret", "(?s).+", "the secret that the provider gave you");
        demand.text(serviceId, "service-id", "[!-~]{0,10}", "the service id, up to 10 characters");
        demand.text(srcId, "src-id", "\\d{1,21}", "the access number, up to 21 digits");
        demand.text(
                signature,
                "signature",
                "(?s).{0,20}",
                "the signature that the provider has registered for you, up to 20 characters");
        demand.text(domesticPrefix, "domestic-prefix", "\\+?\\d{0,4}", "nothing, or digits such as 86");
        demand.between(window, "window", 1, 1_000);
        demand.positive(submitTimeout, "submit-timeout");
        demand.positive(throttlePause, "throttle-pause");
    }

    /**
     * Who pays what.
     *
     * @param userType 0 the recipient, 1 the sender's phone, 2 the account, 3 whom the other fields name
     * @param type 01 is free to the recipient
     * @param code in cents
     */
    record Fee(
            @DefaultValue("2") int userType,
            @DefaultValue("01") String type,
            @DefaultValue("000000") String code) {
        Fee {
            Demand demand = new Demand("tidemark.deliver.cmpp[].fee.");
            demand.between(userType, "user-type", 0, 3);
            demand.text(type, "type", "\\d{2}", "two digits, such as 01");
            demand.text(code, "code", "[!-~]{1,6}", "up to 6 digits, such as 000000");
        }
    }

    /**
     * The connection.
     *
     * @param timeout for connecting, and again for the login
     * @param activeTest how often to ask whether the gateway is there
     * @param unanswered after how many unanswered questions it is not
     * @param backoffMin before the first new try; each further one waits twice as long, up to {@code backoffMax}
     */
    record Link(
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("30s") Duration activeTest,
            @DefaultValue("3") int unanswered,
            @DefaultValue("1s") Duration backoffMin,
            @DefaultValue("60s") Duration backoffMax) {
        Link {
            Demand demand = new Demand("tidemark.deliver.cmpp[].link.");
            demand.positive(timeout, "timeout");
            demand.positive(activeTest, "active-test");
            demand.between(unanswered, "unanswered", 1, 100);
            demand.positive(backoffMin, "backoff-min");
            demand.positive(backoffMax.minus(backoffMin).plusNanos(1), "backoff-max minus backoff-min");
        }
    }

    Version protocol() {
        return Version.of(version);
    }

    Submits submits() {
        return new Submits(
                new Sender(sourceAddr, serviceId, srcId, new Outbound.Fee(fee.userType(), fee.type(), fee.code())),
                preamble());
    }

    private String preamble() {
        return signature.isEmpty() || signature.startsWith("【") ? signature : "【" + signature + "】";
    }

    Outbound.Connect login(Instant now) {
        return Login.at(now, sourceAddr, sharedSecret);
    }

    Phones phones() {
        return new Phones(domesticPrefix);
    }

    Pace pace() {
        return new Pace(window, submitTimeout, throttlePause);
    }

    Rate rate() {
        return new Rate(link.activeTest(), link.unanswered());
    }

    /** Without the secret, for messages. */
    @Override
    public String toString() {
        return name + " at " + host + ":" + port;
    }
}
