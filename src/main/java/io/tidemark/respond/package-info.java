/** What becomes of an alert after it was raised: who is told, what people answer, and what time does to it. */
@NullMarked
package io.tidemark.respond;

import org.jspecify.annotations.NullMarked;
