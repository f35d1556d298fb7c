package io.tidemark.reference;

/** A line can't be taken; the sentence says why. Without a stack trace, as a wrong file has a million of them. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public Rejection(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
