package io.tidemark.deliver.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/**
 * Says that the connection has ended only after the answers that came before are heard. The library hands what it reads
 * to other threads, and forgets it if they find the session closed: a provider that refuses a bind and hangs up would
 * be waited for, and one that accepts a message and hangs up be doubted.
 */
final class LastWords extends DefaultPDUReader {
    private static final long LONGEST_NANOS = Duration.ofMillis(300).toNanos();
    private static final long STEP_NANOS = Duration.ofMillis(2).toNanos();

    private volatile IntSupplier unanswered = () -> 0;

    /** @param number how many answers are still to come */
    void expecting(IntSupplier number) {
        unanswered = number;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        try {
            return super.readPDUHeader(in);
        } catch (SocketTimeoutException quiet) {
            throw quiet;
        } catch (IOException ended) {
            hear();
            throw ended;
        }
    }

    private void hear() {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (unanswered.getAsInt() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
