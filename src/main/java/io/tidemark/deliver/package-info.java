/** Plan to attempts to outcomes. */
@NullMarked
package io.tidemark.deliver;

import org.jspecify.annotations.NullMarked;
