package io.tidemark.alert;

/** Where an alert is in its life. */
public enum AlertStatus {
    OPEN
}
