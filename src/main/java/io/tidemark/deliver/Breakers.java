package io.tidemark.deliver;

/** Keeps dead gateways from being tried again and again. */
public interface Breakers {

    /** A new one, closed. */
    Breaker of(String gateway);

    /** Of one gateway; open after many failures among the last attempts, and then for a while. */
    interface Breaker {

        /** Whether {@link #enter} would let somebody in now. */
        boolean ready();

        /** Whether an attempt may be made; if so, one of the three below must follow. */
        boolean enter();

        void worked();

        void failed();

        /** The attempt was not made, or says nothing of the gateway. */
        void left();
    }
}
