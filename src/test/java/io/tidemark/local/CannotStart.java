package io.tidemark.local;

import org.jspecify.annotations.Nullable;

/** Something about this machine is in the way; the message is one sentence for a person that says what to do. */
public class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
