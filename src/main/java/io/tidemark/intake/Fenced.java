package io.tidemark.intake;

/** The epoch is no longer held: another instance has taken the partition, and nothing of this one was written. */
public final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fenced(Epoch epoch) {
        super(epoch + " is no longer held");
    }
}
