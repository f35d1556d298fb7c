/** Circuit breakers of gateways, by Resilience4j. */
@NullMarked
package io.tidemark.deliver.breaker;

import org.jspecify.annotations.NullMarked;
