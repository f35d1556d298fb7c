package io.tidemark.feed;

import io.tidemark.alert.Alert;

/** Reads alerts from the documents they are kept as. */
public interface Documents {

    /** @throws RuntimeException if the document is no alert: the feed stops there rather than leave one out */
    Alert read(String document);

    default FeedEvent read(StoredEvent stored) {
        return new FeedEvent(stored.position(), stored.kind(), read(stored.document()));
    }
}
