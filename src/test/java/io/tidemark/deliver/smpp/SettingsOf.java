package io.tidemark.deliver.smpp;

import io.tidemark.deliver.smpp.SmppSettings.Account;
import io.tidemark.deliver.smpp.SmppSettings.Receiving;
import io.tidemark.deliver.smpp.SmppSettings.Source;
import io.tidemark.deliver.smpp.SmppSettings.Timing;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** Settings for a provider on this machine, patient enough for a busy one. */
record SettingsOf(
        int port, String signature, int window, Duration submitTimeout, Duration enquireLink, MessageIds ids) {

    static SettingsOf peer(int port) {
        return new SettingsOf(port, "", 10, Duration.ofSeconds(20), Duration.ofSeconds(5), MessageIds.AS_IS);
    }

    SettingsOf signature(String name) {
        return new SettingsOf(port, name, window, submitTimeout, enquireLink, ids);
    }

    SettingsOf window(int size) {
        return new SettingsOf(port, signature, size, submitTimeout, enquireLink, ids);
    }

    SettingsOf submitTimeout(Duration timeout) {
        return new SettingsOf(port, signature, window, timeout, enquireLink, ids);
    }

    SettingsOf enquireLink(Duration quiet) {
        return new SettingsOf(port, signature, window, submitTimeout, quiet, ids);
    }

    SettingsOf ids(MessageIds format) {
        return new SettingsOf(port, signature, window, submitTimeout, enquireLink, format);
    }

    SmppSettings settings() {
        return new SmppSettings(
                "carrier-a",
                "127.0.0.1",
                port,
                false,
                new Account("tidemark", "passw0rd", ""),
                new Source("10690001", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN),
                signature,
                window,
                10,
                new Timing(
                        submitTimeout,
                        enquireLink,
                        Duration.ofMillis(50),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200)),
                new Receiving(ids, ZoneOffset.UTC));
    }
}
