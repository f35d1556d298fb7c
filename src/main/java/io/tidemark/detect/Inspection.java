package io.tidemark.detect;

import io.tidemark.assets.Episode;
import io.tidemark.assets.Line;
import io.tidemark.assets.LineState;
import io.tidemark.assets.LineStates;
import io.tidemark.bank.Banks;
import io.tidemark.movement.Movement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what the rules find of one step. Lives no longer than that: nearly every step finds nothing. */
final class Inspection {
    private final Policy policy;
    private final Banks banks;
    private final Step step;
    private final List<Finding> findings = new ArrayList<>(0);
    private final Map<String, Episode> episodes = new HashMap<>(0);

    Inspection(Policy policy, Banks banks, Step step) {
        this.policy = policy;
        this.banks = banks;
        this.step = step;
    }

    /** The rules per line; returns how the client stands afterwards. */
    LineStates lines(LineStates before) {
        LineStates after = before;
        for (Line line : policy.lines()) {
            after = after.with(line.name(), line(line, before.of(line.name())));
        }
        return after;
    }

    private LineState line(Line line, LineState state) {
        LineRules.Outcome outcome = LineRules.inspect(line, state, step);
        if (outcome.rule() != null) {
            findings.add(outcome.rule().finds(line.name()));
            if (outcome.episode() != null) {
                episodes.put(line.name(), outcome.episode());
            }
        }
        return outcome.state();
    }

    void found(List<Finding> more) {
        findings.addAll(more);
    }

    /** All that was found, in the order of the rules and, within one, of the policy's lines or windows. */
    Optional<Judgement> judgement(Movement movement, boolean gap) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        findings.sort(Comparator.comparing(Finding::rule));
        return Optional.of(new Judgement(
                movement,
                step.offset(),
                step.cause(),
                policy,
                banks,
                step.before(),
                step.after(),
                gap,
                List.copyOf(findings),
                Map.copyOf(episodes)));
    }
}
