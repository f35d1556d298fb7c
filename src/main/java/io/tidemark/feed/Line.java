package io.tidemark.feed;

import java.util.concurrent.Executor;

/**
 * A subscriber's connection.
 *
 * @param loop where everything of this connection happens; connections that share one are woken together
 * @param hangUp closes it at once, whatever is still unwritten
 */
public record Line(Executor loop, Runnable hangUp) {}
