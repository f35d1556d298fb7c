/** Messages into the bank's enterprise chat, through the robots of its groups. */
@NullMarked
package io.tidemark.deliver.chat;

import org.jspecify.annotations.NullMarked;
