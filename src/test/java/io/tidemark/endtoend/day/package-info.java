/** Days in a bank, told on a clock that is set by hand. */
@NullMarked
package io.tidemark.endtoend.day;

import org.jspecify.annotations.NullMarked;
