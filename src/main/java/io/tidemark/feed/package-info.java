/** Positions, replay, live: every alert to everyone who listens, in order, none missing. */
@NullMarked
package io.tidemark.feed;

import org.jspecify.annotations.NullMarked;
