package io.tidemark.web;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of a request to a provider. */
public sealed interface Outcome {

    /** The provider has spoken, whatever it said. */
    record Answered(Answer answer) implements Outcome {}

    /** Not a byte of the request has left. */
    record NotSent() implements Outcome {}

    /** The request may have arrived, and there is no whole answer to it. */
    record NotAnswered() implements Outcome {}

    default <T> T as(Function<Answer, T> answered, Supplier<T> notSent, Supplier<T> notAnswered) {
        if (this instanceof Answered it) {
            return answered.apply(it.answer());
        }
        return this instanceof NotSent ? notSent.get() : notAnswered.get();
    }
}
