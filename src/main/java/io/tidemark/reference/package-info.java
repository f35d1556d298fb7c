/** What the bank tells of its clients, people, banks and rates, and what its people set for themselves. */
@NullMarked
package io.tidemark.reference;

import org.jspecify.annotations.NullMarked;
