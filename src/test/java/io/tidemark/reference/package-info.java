@NullMarked
package io.tidemark.reference;

import org.jspecify.annotations.NullMarked;
