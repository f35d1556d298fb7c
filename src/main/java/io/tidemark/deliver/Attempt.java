package io.tidemark.deliver;

import java.util.UUID;

/**
 * One handing over of a message to a gateway.
 *
 * @param number 1 for the first of the message
 */
public record Attempt(UUID message, int number, String gateway) {}
