package io.tidemark.alert;

import io.tidemark.detect.Finding;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import org.jspecify.annotations.Nullable;

/** A finding as an alert carries it: its qualifier named for what it is. */
public record RaisedFinding(
        Rule rule, @Nullable String line, @Nullable String window, Severity severity, boolean suppressed) {

    static RaisedFinding of(Finding finding) {
        return new RaisedFinding(
                finding.rule(),
                finding.rule().perLine() ? finding.qualifier() : null,
                finding.rule() == Rule.CUMULATIVE_OUTFLOW ? finding.qualifier() : null,
                finding.severity(),
                finding.suppressed());
    }
}
