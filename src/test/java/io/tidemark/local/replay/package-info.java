/** Publishes a file of movements as it stands. */
@NullMarked
package io.tidemark.local.replay;

import org.jspecify.annotations.NullMarked;
