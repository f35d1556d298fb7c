package io.tidemark.deliver.smpp;

import io.tidemark.startup.StartupProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The SMPP accounts that messages may go through; none unless configured. */
@ConfigurationProperties("tidemark.deliver")
record SmppProperties(@DefaultValue List<SmppSettings> smpp) {

    SmppProperties {
        smpp = List.copyOf(smpp);
        Set<String> names = new HashSet<>();
        for (SmppSettings settings : smpp) {
            if (!names.add(settings.name())) {
                throw new StartupProblem(
                        "Two entries of tidemark.deliver.smpp are named " + settings.name() + ".",
                        "Give each a name of its own: it stands in the ledger and in metrics.");
            }
        }
    }
}
