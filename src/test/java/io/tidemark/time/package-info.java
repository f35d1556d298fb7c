/** Time that tests tell. */
@NullMarked
package io.tidemark.time;

import org.jspecify.annotations.NullMarked;
