package io.tidemark.respond;

import io.tidemark.bank.ManagerId;
import java.time.Instant;

/**
 * What makes a request one that is done once, however often it is sent.
 *
 * @param key the caller's own
 * @param request the same for the same request
 */
public record Once(ManagerId actor, String key, String request, Instant at) {}
