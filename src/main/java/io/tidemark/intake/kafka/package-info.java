/** Kafka as the source of movements and the place for what is none. */
@NullMarked
package io.tidemark.intake.kafka;

import org.jspecify.annotations.NullMarked;
