package io.tidemark.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bank that never sleeps and waits for nobody long, so that a newcomer sees in two minutes what takes others a day. */
final class Haste {
    private static final String HEAD_START_OF_SMS = "5s";

    private Haste() {}

    static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("tidemark.routing.quiet.from", "00:00");
        settings.put("tidemark.routing.quiet.to", "00:00");
        settings.put("tidemark.routing.answers.CRITICAL.within", "1m");
        settings.put("tidemark.routing.answers.HIGH.within", "2m");
        for (var severity : List.of("CRITICAL", "HIGH", "MEDIUM")) {
            var channels = "tidemark.routing.channels." + severity;
            settings.put(channels + "[0].channel", "PUSH");
            settings.put(channels + "[1].channel", "SMS");
            settings.put(channels + "[1].after", HEAD_START_OF_SMS);
        }
        return settings;
    }
}
