@NullMarked
package io.tidemark.respond.http;

import org.jspecify.annotations.NullMarked;
