@NullMarked
package io.tidemark.feed.redis;

import org.jspecify.annotations.NullMarked;
