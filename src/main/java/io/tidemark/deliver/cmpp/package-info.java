/** SMS by CMPP 2.0 and 3.0, the protocol of China Mobile's gateways: one connection to each, kept and used here. */
@NullMarked
package io.tidemark.deliver.cmpp;

import org.jspecify.annotations.NullMarked;
