package io.tidemark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Files of what the bank tells the service. Each may be absent. */
@ConfigurationProperties("tidemark")
record ReferenceProperties(
        @Nullable Reference reference,
        @Nullable FileProperty policy,
        @Nullable FileProperty rates) {

    /** One file. */
    record FileProperty(@Nullable Path file) {}

    /** Of clients and other banks, as NDJSON. */
    record Reference(
            @Nullable Path clientsFile,
            @Nullable Path assignmentsFile,
            @Nullable Path banksFile) {}

    @Nullable
    Path policyFile() {
        return policy == null ? null : policy.file();
    }

    @Nullable
    Path ratesFile() {
        return rates == null ? null : rates.file();
    }

    Reference people() {
        return reference == null ? new Reference(null, null, null) : reference;
    }
}
