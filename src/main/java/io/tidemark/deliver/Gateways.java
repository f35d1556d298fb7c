package io.tidemark.deliver;

import java.util.List;

/** The gateways of one adapter, as configured: what each adapter makes a bean of. */
public interface Gateways {

    /** None if nothing is configured; always the same ones. */
    List<Gateway> configured();
}
