/** The whole service on real servers: what a user sees, and what survives when things go wrong. */
@NullMarked
package io.tidemark.endtoend;

import org.jspecify.annotations.NullMarked;
