/** What a client holds: accounts, their total, money in transit between them. */
@NullMarked
package io.tidemark.assets;

import org.jspecify.annotations.NullMarked;
