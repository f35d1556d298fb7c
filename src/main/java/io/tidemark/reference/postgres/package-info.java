/** Reference data and people's own settings as tables of PostgreSQL. */
@NullMarked
package io.tidemark.reference.postgres;

import org.jspecify.annotations.NullMarked;
