/** The feed over HTTP: the live stream, pages of alerts, findings, and how they read on the wire. */
@NullMarked
package io.tidemark.feed.http;

import org.jspecify.annotations.NullMarked;
