package io.tidemark.feed.http;

import io.tidemark.feed.FeedEvent;

/** CloudEvents 1.0 in structured JSON. An alert has one raised event, whose id is the alert's, and any number of updates. */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        AlertView data) {
    private static final String SOURCE = "/tidemark/alerts";
    private static final String TYPE = "io.tidemark.alert.";

    static CloudEvent of(FeedEvent event, AlertView data) {
        boolean raised = event.kind() == FeedEvent.Kind.ALERT;
        return new CloudEvent(
                "1.0",
                raised ? data.alertId() : data.alertId() + "/" + event.position(),
                SOURCE,
                TYPE + (raised ? "raised.v1" : "updated.v1"),
                data.clientId(),
                data.occurredAt(),
                "application/json",
                data);
    }
}
