package io.tidemark.web;

import java.net.URI;
import java.util.Set;

/** Which addresses of providers may be configured. */
public final class SafeUrl {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeUrl() {}

    /** Encrypted, unless it stays on this machine; with a host, and without credentials, which would end up in logs. */
    public static boolean is(String url) {
        try {
            URI uri = URI.create(url);
            boolean encrypted = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
            return encrypted && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
