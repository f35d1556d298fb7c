/** What all instances know of gateways and people at this moment, in Redis. */
@NullMarked
package io.tidemark.deliver.redis;

import org.jspecify.annotations.NullMarked;
