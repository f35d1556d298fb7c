@NullMarked
package io.tidemark.respond.postgres;

import org.jspecify.annotations.NullMarked;
