/** Web Push to people's phones and browsers: their subscriptions, and messages that only they can read. */
@NullMarked
package io.tidemark.deliver.webpush;

import org.jspecify.annotations.NullMarked;
