@NullMarked
package io.tidemark.respond;

import org.jspecify.annotations.NullMarked;
