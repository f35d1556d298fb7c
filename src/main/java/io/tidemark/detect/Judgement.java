package io.tidemark.detect;

import io.tidemark.assets.Episode;
import io.tidemark.bank.Banks;
import io.tidemark.movement.Movement;
import java.util.List;
import java.util.Map;

/**
 * What the rules found of one movement's arrival, or of its leg leaving transit.
 *
 * @param offset of the movement's record
 * @param policy in force for it, as are the {@code banks}
 * @param before the client's assets just before, minor units of the policy's base currency
 * @param after … and just after
 * @param gap the ledger skipped a sequence before this movement
 * @param findings at least one, in the order of the rules
 * @param episodes by line, those that findings speak of, as they stand now or stood when they closed
 */
public record Judgement(
        Movement movement,
        long offset,
        Cause cause,
        Policy policy,
        Banks banks,
        long before,
        long after,
        boolean gap,
        List<Finding> findings,
        Map<String, Episode> episodes) {}
