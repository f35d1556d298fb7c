/** SMS through providers that speak HTTP: what to ask and how to read the answer is a matter of configuration. */
@NullMarked
package io.tidemark.deliver.httpsms;

import org.jspecify.annotations.NullMarked;
