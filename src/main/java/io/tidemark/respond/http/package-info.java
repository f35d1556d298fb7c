/** What people answer to alerts over HTTP, and what happened to an alert. */
@NullMarked
package io.tidemark.respond.http;

import org.jspecify.annotations.NullMarked;
