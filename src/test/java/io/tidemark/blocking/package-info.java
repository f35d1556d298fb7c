/** Finds what blocks an event loop. */
@NullMarked
package io.tidemark.blocking;

import org.jspecify.annotations.NullMarked;
