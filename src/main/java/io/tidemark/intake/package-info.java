/** Reads movements, folds them, records what they mean, checkpoints, goes on. */
@NullMarked
package io.tidemark.intake;

import org.jspecify.annotations.NullMarked;
