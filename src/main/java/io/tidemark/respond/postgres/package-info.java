/** Alerts being worked on, and the people who do, in PostgreSQL. */
@NullMarked
package io.tidemark.respond.postgres;

import org.jspecify.annotations.NullMarked;
