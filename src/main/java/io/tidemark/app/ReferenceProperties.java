package io.tidemark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Files that the service publishes when it starts, unless that is what was published last. Each may be absent. */
@ConfigurationProperties("tidemark")
record ReferenceProperties(
        @Nullable FileProperty policy, @Nullable FileProperty rates) {

    /** One file. */
    record FileProperty(@Nullable Path file) {}

    @Nullable
    Path policyFile() {
        return policy == null ? null : policy.file();
    }

    @Nullable
    Path ratesFile() {
        return rates == null ? null : rates.file();
    }
}
