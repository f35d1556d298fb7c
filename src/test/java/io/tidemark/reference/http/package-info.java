@NullMarked
package io.tidemark.reference.http;

import org.jspecify.annotations.NullMarked;
