package io.tidemark.deliver;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Something that may go wrong again and again: said once when it begins and once when it is over. */
final class Trouble {
    private final Logger log;
    private final String wrong;
    private final String over;
    private final AtomicBoolean lasting = new AtomicBoolean();

    Trouble(Logger log, String wrong, String over) {
        this.log = log;
        this.wrong = wrong;
        this.over = over;
    }

    void met(Throwable failure) {
        if (lasting.compareAndSet(false, true)) {
            log.warn("{}: {}", wrong, failure.toString());
        }
        log.debug(wrong, failure);
    }

    void over() {
        if (lasting.compareAndSet(true, false)) {
            log.info("{}", over);
        }
    }
}
