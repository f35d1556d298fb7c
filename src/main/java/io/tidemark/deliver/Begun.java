package io.tidemark.deliver;

import java.util.Set;

/** Whether a message may be handed over. */
public sealed interface Begun {

    /** It may, now. */
    record Started(Attempt attempt) implements Begun {}

    /**
     * Not like this: meanwhile some of its alerts need no telling any more.
     *
     * @param left ids of the deliveries that do
     */
    record Fewer(Set<Long> left) implements Begun {
        public Fewer {
            left = Set.copyOf(left);
        }
    }

    /** There is nothing left to tell, or it is somebody else's now. */
    record Over() implements Begun {}
}
