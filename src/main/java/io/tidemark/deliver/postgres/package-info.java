/** The ledger of deliveries in Postgres. */
@NullMarked
package io.tidemark.deliver.postgres;

import org.jspecify.annotations.NullMarked;
