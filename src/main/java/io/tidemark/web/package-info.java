/** What every adapter that speaks HTTP has in common: parameters, JSON, and errors that say what to do. */
@NullMarked
package io.tidemark.web;

import org.jspecify.annotations.NullMarked;
