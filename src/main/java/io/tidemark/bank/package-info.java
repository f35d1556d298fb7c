/** What a bank counts and names: money, currencies and their rates, identities, bank codes. */
@NullMarked
package io.tidemark.bank;

import org.jspecify.annotations.NullMarked;
