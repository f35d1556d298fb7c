package io.tidemark.startup;

import org.jspecify.annotations.Nullable;

/** The service can't start as it is configured: one sentence says what is wrong, one what to do. */
public final class StartupProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartupProblem(String wrong, String remedy) {
        this(wrong, remedy, null);
    }

    public StartupProblem(String wrong, String remedy, @Nullable Throwable cause) {
        super(wrong, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
