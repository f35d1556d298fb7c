/** Findings become alerts: identity, evidence, what is said. */
@NullMarked
package io.tidemark.alert;

import org.jspecify.annotations.NullMarked;
