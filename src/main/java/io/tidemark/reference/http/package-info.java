/** Reference data and people's own settings over HTTP. */
@NullMarked
package io.tidemark.reference.http;

import org.jspecify.annotations.NullMarked;
