package io.tidemark.blocking;

import java.security.SecureRandom;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;

/** In every test, blocking a thread that must not block is a failure where it happens. */
public final class NoBlocking implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        BlockHound.builder()
                .loadIntegrations()
                // Reads the kernel's random device, which answers at once: PostgreSQL's login draws a nonce.
                .allowBlockingCallsInside(SecureRandom.class.getName(), "nextBytes")
                // Netty's own: a lock held for the moment that it takes to add an arena for one more thread.
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .install();
    }
}
