/** SMS through providers that speak SMPP 3.4. */
@NullMarked
package io.tidemark.deliver.smpp;

import org.jspecify.annotations.NullMarked;
