package io.tidemark.detect;

import java.util.List;

/**
 * What a movement means for its client.
 *
 * @param state from now on; the very same if the movement was stale or repeated
 * @param judgements those that found something, in the order in which it was found
 */
public record Verdict(ClientState state, List<Judgement> judgements) {}
