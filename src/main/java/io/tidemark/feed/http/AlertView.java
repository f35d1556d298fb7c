package io.tidemark.feed.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.alert.Alert;
import io.tidemark.alert.EpisodeSummary;
import io.tidemark.alert.Evidence;
import io.tidemark.alert.Masked;
import io.tidemark.alert.Promise;
import io.tidemark.alert.RaisedFinding;
import io.tidemark.bank.Money;
import io.tidemark.web.UtcTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert as {@code CONTRACTS.md} shows it to the outside; what is absent is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        @Nullable Long position,
        String alertId,
        String clientId,
        @Nullable String client,
        @Nullable String branch,
        @Nullable String managerId,
        String rule,
        @Nullable String line,
        String severity,
        String status,
        int version,
        int level,
        @Nullable String acknowledgedBy,
        @Nullable PromiseView promise,
        @Nullable String outcome,
        String code,
        String occurredAt,
        String detectedAt,
        String assetsBefore,
        String assetsAfter,
        String currency,
        @Nullable String shortfall,
        MovementView movement,
        List<FindingView> findings,
        @Nullable EpisodeView episode,
        int policyVersion,
        String text) {

    static AlertView of(@Nullable Long position, Alert alert, Language language) {
        return new AlertView(
                position,
                alert.id().toString(),
                alert.client().value(),
                Masked.name(alert.clientName()),
                text(alert.branch()),
                text(alert.manager()),
                alert.rule().name(),
                alert.line(),
                alert.severity().name(),
                alert.status().name(),
                alert.life().version(),
                alert.life().level(),
                text(alert.life().acknowledgedBy()),
                PromiseView.of(alert.life().promise()),
                text(alert.life().outcome()),
                alert.id().shortCode(),
                UtcTime.format(alert.occurredAt()),
                UtcTime.format(alert.detectedAt()),
                alert.assetsBefore().decimal(),
                alert.assetsAfter().decimal(),
                alert.assetsAfter().currency().getCurrencyCode(),
                decimal(alert.shortfall()),
                MovementView.of(alert.movement()),
                alert.findings().stream().map(FindingView::of).toList(),
                EpisodeView.of(alert.episode()),
                alert.policyVersion(),
                language.sentence(alert));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String decimal(@Nullable Money money) {
        return money == null ? null : money.decimal();
    }

    record PromiseView(String by, String until) {
        static @Nullable PromiseView of(@Nullable Promise promise) {
            return promise == null ? null : new PromiseView(promise.by().value(), UtcTime.format(promise.until()));
        }
    }

    /** @param gap true if the ledger skipped something before it, else absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MovementView(
            String movementId,
            String direction,
            String amount,
            String currency,
            @Nullable String bank,
            @Nullable String bankName,
            @Nullable Boolean gap) {

        static MovementView of(Evidence movement) {
            return new MovementView(
                    movement.movementId().value(),
                    movement.direction().name(),
                    movement.amount().decimal(),
                    movement.amount().currency().getCurrencyCode(),
                    movement.bank() == null ? null : movement.bank().value(),
                    movement.bankName(),
                    movement.gap() ? true : null);
        }
    }

    /** @param suppressed true if nobody would be told of this finding alone, else absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            String rule,
            @Nullable String line,
            @Nullable String window,
            String severity,
            @Nullable Boolean suppressed) {

        static FindingView of(RaisedFinding finding) {
            return new FindingView(
                    finding.rule().name(),
                    finding.line(),
                    finding.window(),
                    finding.severity().name(),
                    finding.suppressed() ? true : null);
        }
    }

    record EpisodeView(String id, int crossings, String openedAt) {
        static @Nullable EpisodeView of(@Nullable EpisodeSummary episode) {
            return episode == null
                    ? null
                    : new EpisodeView(episode.id().toString(), episode.crossings(), UtcTime.format(episode.openedAt()));
        }
    }
}
