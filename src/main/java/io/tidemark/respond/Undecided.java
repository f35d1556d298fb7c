package io.tidemark.respond;

import io.tidemark.alert.AlertId;

/** An alert that is due can't be decided about: a fault of ours, which must not keep the others waiting. */
public final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AlertId alert;

    public Undecided(AlertId alert, Throwable why) {
        super("alert " + alert + " can't be decided about", why);
        this.alert = alert;
    }

    public AlertId alert() {
        return alert;
    }
}
