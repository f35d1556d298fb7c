package io.tidemark.deliver.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.webpush.Subscription.Browser;
import io.tidemark.deliver.webpush.Subscriptions.Kept;
import io.tidemark.local.push.PushPeer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is true of subscriptions wherever they are kept. */
abstract class SubscriptionsContract {
    static final int LARGEST = 3;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ManagerId LI = new ManagerId("M-17");
    private static final ManagerId ZHAO = new ManagerId("M-18");
    private static final BrowserKeys KEYS = keys();

    protected final Ticking clock = new Ticking();

    protected abstract Subscriptions subscriptions();

    @Test
    void whatIsKeptIsFound() {
        Kept kept = keep(LI, "a");

        assertThat(kept.isNew()).isTrue();
        assertThat(found(LI)).containsExactly(new Subscription(kept.id(), LI, browser("a")));
        assertThat(found(ZHAO)).isEmpty();
    }

    @Test
    void aBrowserThatSubscribesAgainIsTheSame() {
        Kept first = keep(LI, "a");
        Kept second = keep(LI, "a");

        assertThat(second).isEqualTo(new Kept(first.id(), false));
        assertThat(found(LI)).hasSize(1);
    }

    @Test
    void aBrowserBelongsToWhoeverUsesItNow() {
        Kept first = keep(LI, "a");
        Kept second = keep(ZHAO, "a");

        assertThat(second.isNew()).isTrue();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(found(LI)).isEmpty();
        assertThat(found(ZHAO)).hasSize(1);
    }

    @Test
    void oneTooManyReplacesTheOneThatWasSilentTheLongest() {
        keep(LI, "a");
        keep(LI, "b");
        keep(LI, "c");
        keep(LI, "a");
        keep(LI, "d");

        assertThat(found(LI))
                .extracting(each -> each.browser().endpoint().getPath())
                .containsExactly("/d", "/a", "/c");
    }

    @Test
    void onlyItsOwnerRemovesASubscription() {
        UUID id = keep(LI, "a").id();

        assertThat(now(subscriptions().remove(ZHAO, id))).isFalse();
        assertThat(now(subscriptions().remove(ZHAO, browser("a").endpoint()))).isFalse();
        assertThat(now(subscriptions().remove(LI, id))).isTrue();
        assertThat(now(subscriptions().remove(LI, id))).isFalse();
        keep(LI, "a");
        assertThat(now(subscriptions().remove(LI, browser("a").endpoint()))).isTrue();
        assertThat(found(LI)).isEmpty();
    }

    @Test
    void whatIsGoneIsRemovedAndTheRestStays() {
        UUID taken = keep(LI, "a").id();
        UUID failed = keep(LI, "b").id();
        UUID gone = keep(LI, "c").id();

        subscriptions().used(List.of(taken), List.of(failed), List.of(gone)).block(SOON);

        assertThat(found(LI)).extracting(Subscription::id).containsExactly(failed, taken);
    }

    private Kept keep(ManagerId manager, String name) {
        return now(subscriptions().keep(manager, browser(name)));
    }

    private List<Subscription> found(ManagerId manager) {
        return now(subscriptions().of(manager));
    }

    private static Browser browser(String name) {
        return new Browser(URI.create("https://push.example/" + name), KEYS);
    }

    private static BrowserKeys keys() {
        try (PushPeer peer = new PushPeer()) {
            PushPeer.Browser browser = peer.browser();
            return new BrowserKeys(browser.p256dh(), browser.auth());
        }
    }

    private static <T> T now(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(SOON));
    }

    /** Each look at it is a second later. */
    static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
