package io.tidemark.deliver.webpush;

import io.tidemark.web.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Which addresses a browser may name for us to call. What its name leads to is looked at again when connecting. */
final class Endpoints {
    private static final int LONGEST = 2048;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> HTTP = Set.of("http", "https");

    private final List<String> hosts;
    private final boolean loopbackAllowed;

    Endpoints(List<String> hosts, boolean loopbackAllowed) {
        this.hosts = hosts;
        this.loopbackAllowed = loopbackAllowed;
    }

    /** @throws Refusal if it is not allowed */
    URI allowed(String endpoint) {
        URI uri = parsed(endpoint);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw Refusal.badRequest("The endpoint must be an https address with a host and without credentials.");
        }
        if (loopbackAllowed && LOOPBACK.contains(uri.getHost()) && HTTP.contains(String.valueOf(uri.getScheme()))) {
            return uri;
        }
        if (!"https".equals(uri.getScheme()) || (uri.getPort() != -1 && uri.getPort() != 443)) {
            throw Refusal.badRequest("The endpoint must be an https address on its usual port.");
        }
        if (hosts.stream().noneMatch(each -> matches(each, uri.getHost()))) {
            throw Refusal.unprocessable(
                    "Push messages are not sent to that host; allowed are " + String.join(", ", hosts)
                            + ". The operator may add it to tidemark.deliver.web-push.endpoint-hosts.");
        }
        return uri;
    }

    private static URI parsed(String endpoint) {
        if (endpoint.length() > LONGEST) {
            throw Refusal.badRequest("The endpoint has more than " + LONGEST + " characters.");
        }
        try {
            return new URI(endpoint);
        } catch (URISyntaxException malformed) {
            throw Refusal.badRequest("The endpoint is no address; send what the browser's PushSubscription has.");
        }
    }

    private static boolean matches(String allowed, String host) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }
}
