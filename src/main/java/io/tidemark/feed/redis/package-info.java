/** The feed's hot tail, as a Redis stream. */
@NullMarked
package io.tidemark.feed.redis;

import org.jspecify.annotations.NullMarked;
