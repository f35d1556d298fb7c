package io.tidemark.deliver.webpush;

import io.tidemark.bank.ManagerId;
import java.net.URI;
import java.util.UUID;

/** Where and for whose eyes to push: to one browser of one person. */
record Subscription(UUID id, ManagerId manager, Browser browser) {

    /** @param endpoint a secret of the browser's: who knows it can disturb; only its host may be shown */
    record Browser(URI endpoint, BrowserKeys keys) {
        String host() {
            return endpoint.getHost();
        }

        @Override
        public String toString() {
            return "a browser at " + host();
        }
    }

    String host() {
        return browser.host();
    }
}
