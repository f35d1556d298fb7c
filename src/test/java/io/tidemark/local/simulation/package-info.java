/** An invented bank whose clients live on, so that a newcomer sees every kind of alert without data of anybody real. */
@NullMarked
package io.tidemark.local.simulation;

import org.jspecify.annotations.NullMarked;
