/** The intake's journal in Postgres. */
@NullMarked
package io.tidemark.intake.postgres;

import org.jspecify.annotations.NullMarked;
