@NullMarked
package io.tidemark.feed.http;

import org.jspecify.annotations.NullMarked;
