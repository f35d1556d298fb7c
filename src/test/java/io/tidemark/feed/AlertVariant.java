package io.tidemark.feed;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Evidence;
import io.tidemark.alert.Origin;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Money;
import io.tidemark.detect.Cause;
import io.tidemark.movement.Direction;
import org.jspecify.annotations.Nullable;

/** An alert that differs a little from another. */
public record AlertVariant(Alert alert) {

    public static AlertVariant of(Alert alert) {
        return new AlertVariant(alert);
    }

    public AlertVariant moved(Direction direction) {
        Evidence m = alert.movement();
        return movement(new Evidence(m.movementId(), direction, m.amount(), m.bank(), m.bankName(), m.gap()));
    }

    public AlertVariant withoutBank() {
        Evidence m = alert.movement();
        return movement(new Evidence(m.movementId(), m.direction(), m.amount(), null, null, m.gap()));
    }

    public AlertVariant bankName(@Nullable String name) {
        Evidence m = alert.movement();
        BankCode bank = m.bank();
        return movement(new Evidence(m.movementId(), m.direction(), m.amount(), bank, name, m.gap()));
    }

    public AlertVariant legExpired() {
        Origin o = alert.origin();
        return with(
                new Origin(o.topic(), o.partition(), o.offset(), Cause.LEG_EXPIRED),
                alert.movement(),
                alert.assetsBefore(),
                alert.assetsAfter());
    }

    public AlertVariant assets(String before, String after) {
        return with(alert.origin(), alert.movement(), SampleAlerts.cny(before), SampleAlerts.cny(after));
    }

    /** Nothing in it that may be absent. */
    public AlertVariant bare() {
        return new AlertVariant(new Alert(
                alert.id(),
                alert.origin(),
                alert.client(),
                null,
                null,
                null,
                alert.rule(),
                null,
                alert.severity(),
                alert.life(),
                alert.occurredAt(),
                alert.detectedAt(),
                alert.assetsBefore(),
                alert.assetsAfter(),
                null,
                withoutBank().alert().movement(),
                alert.findings(),
                null,
                alert.policyVersion()));
    }

    private AlertVariant movement(Evidence movement) {
        return with(alert.origin(), movement, alert.assetsBefore(), alert.assetsAfter());
    }

    private AlertVariant with(Origin origin, Evidence movement, Money before, Money after) {
        return new AlertVariant(new Alert(
                alert.id(),
                origin,
                alert.client(),
                alert.clientName(),
                alert.branch(),
                alert.manager(),
                alert.rule(),
                alert.line(),
                alert.severity(),
                alert.life(),
                alert.occurredAt(),
                alert.detectedAt(),
                before,
                after,
                alert.shortfall(),
                movement,
                alert.findings(),
                alert.episode(),
                alert.policyVersion()));
    }
}
