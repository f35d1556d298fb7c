/** Providers to send messages through, for tests and the local stack: they behave as told and show what they were given. */
@NullMarked
package io.tidemark.local.sms;

import org.jspecify.annotations.NullMarked;
