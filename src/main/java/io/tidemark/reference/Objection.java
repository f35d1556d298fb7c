package io.tidemark.reference;

/** What somebody wants set can't be; the sentence says why. */
public final class Objection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Ground ground;
    private final String sentence;

    private Objection(Ground ground, String sentence) {
        super(sentence, null, false, false);
        this.ground = ground;
        this.sentence = sentence;
    }

    public static Objection unknown(String sentence) {
        return new Objection(Ground.UNKNOWN, sentence);
    }

    public static Objection impossible(String sentence) {
        return new Objection(Ground.IMPOSSIBLE, sentence);
    }

    public static Objection conflict(String sentence) {
        return new Objection(Ground.CONFLICT, sentence);
    }

    public Ground ground() {
        return ground;
    }

    public String sentence() {
        return sentence;
    }

    /** Whose matter it is. */
    public enum Ground {
        /** What it is about does not exist. */
        UNKNOWN,
        /** It names something that does not exist. */
        IMPOSSIBLE,
        /** It does not go together with what is set already. */
        CONFLICT
    }
}
