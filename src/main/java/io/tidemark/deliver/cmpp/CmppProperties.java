package io.tidemark.deliver.cmpp;

import io.tidemark.startup.StartupProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param cmpp the gateways that speak CMPP, none unless configured */
@ConfigurationProperties("tidemark.deliver")
record CmppProperties(@DefaultValue List<CmppSettings> cmpp) {
    CmppProperties {
        cmpp = List.copyOf(cmpp);
        Set<String> names = new HashSet<>();
        for (CmppSettings gateway : cmpp) {
            if (!names.add(gateway.name())) {
                throw new StartupProblem(
                        "Two of tidemark.deliver.cmpp[] have the name " + gateway.name() + ".",
                        "Give each gateway a name of its own.");
            }
        }
    }
}
