@NullMarked
package io.tidemark.feed;

import org.jspecify.annotations.NullMarked;
