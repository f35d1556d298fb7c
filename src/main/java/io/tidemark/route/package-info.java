/** Alert to plan: who hears of it, when, by which channel, and who if nobody answers. */
@NullMarked
package io.tidemark.route;

import org.jspecify.annotations.NullMarked;
