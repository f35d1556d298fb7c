/** Alerts as the JSON documents that they are kept as. */
@NullMarked
package io.tidemark.feed.json;

import org.jspecify.annotations.NullMarked;
