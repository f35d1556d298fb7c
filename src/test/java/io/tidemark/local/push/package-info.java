/** A push service and browsers that stand in for those of the world. */
@NullMarked
package io.tidemark.local.push;

import org.jspecify.annotations.NullMarked;
