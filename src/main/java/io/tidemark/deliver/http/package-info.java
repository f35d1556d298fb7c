/** The ledger of deliveries over HTTP. */
@NullMarked
package io.tidemark.deliver.http;

import org.jspecify.annotations.NullMarked;
