/** The feed's history and the right to give positions, in PostgreSQL. */
@NullMarked
package io.tidemark.feed.postgres;

import org.jspecify.annotations.NullMarked;
