/** Wiring, configuration and lifecycle of the service. */
@NullMarked
package io.tidemark.app;

import org.jspecify.annotations.NullMarked;
