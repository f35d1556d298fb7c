package io.tidemark.deliver.webpush;

class MemorySubscriptionsTest extends SubscriptionsContract {
    private final Subscriptions subscriptions = new MemorySubscriptions(LARGEST);

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }
}
