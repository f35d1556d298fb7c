@NullMarked
package io.tidemark.feed.postgres;

import org.jspecify.annotations.NullMarked;
