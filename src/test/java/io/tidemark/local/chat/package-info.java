/** An enterprise chat that stands in for the bank's. */
@NullMarked
package io.tidemark.local.chat;

import org.jspecify.annotations.NullMarked;
