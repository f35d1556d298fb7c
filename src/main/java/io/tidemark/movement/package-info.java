/** One booked movement on one account, and how it is read from the topic's bytes. */
@NullMarked
package io.tidemark.movement;

import org.jspecify.annotations.NullMarked;
