package io.tidemark.web;

import io.netty.channel.ChannelOption;
import io.netty.resolver.AddressResolverGroup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Requests to providers. None is sent twice, no redirect is followed, of an answer no more than {@value #LARGEST_ANSWER}
 * bytes are read, and whether the bytes may have left is always known. Addresses are not logged: keys stand in them.
 */
public final class Outbound implements AutoCloseable {
    public static final int LARGEST_ANSWER = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Shorter than what is usual on the other side: who reuses a connection that is being closed is left in doubt. */
    private static final Duration IDLE = Duration.ofSeconds(4);

    private static final int CONNECTIONS = 32;
    private static final int WAITING = 256;

    private final ConnectionProvider connections;
    private final AddressResolverGroup<?> resolvers;
    private final WebClient web;

    private Outbound(String name, LoopResources loops, AddressResolverGroup<?> resolvers) {
        this.connections = ConnectionProvider.builder(name)
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING)
                .maxIdleTime(IDLE)
                .build();
        this.resolvers = resolvers;
        HttpClient client = HttpClient.create(connections)
                .runOn(loops)
                .resolver(resolvers)
                .followRedirect(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()));
        this.web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build();
    }

    /** For addresses that the operator has configured. */
    public static Outbound toConfigured(String name, LoopResources loops) {
        return new Outbound(name, loops, Resolvers.any(loops));
    }

    /** For addresses that come from outside: connects to public ones only, whatever their name claims. */
    public static Outbound toPublic(String name, LoopResources loops, boolean loopbackAllowed) {
        return new Outbound(name, loops, Resolvers.publicOnly(loops, loopbackAllowed));
    }

    /** Never fails: what went wrong is an {@link Outcome}. */
    public Mono<Outcome> send(OutboundRequest request) {
        return Mono.defer(() -> {
            Departure departure = new Departure();
            return exchange(request, departure)
                    .timeout(request.timeout())
                    .<Outcome>map(Outcome.Answered::new)
                    .onErrorResume(
                            Exception.class,
                            failure -> Mono.just(departure.outcome(request.uri().getHost(), failure)));
        });
    }

    private Mono<Answer> exchange(OutboundRequest request, Departure departure) {
        return web.method(request.method())
                .uri(request.uri())
                .headers(headers -> request.headers().forEach(headers::set))
                .httpRequest(connected -> departure.leave())
                .bodyValue(request.body().value())
                .exchangeToMono(Outbound::answer);
    }

    private static Mono<Answer> answer(ClientResponse response) {
        return DataBufferUtils.join(
                        DataBufferUtils.takeUntilByteCount(
                                response.body(BodyExtractors.toDataBuffers()), LARGEST_ANSWER),
                        LARGEST_ANSWER)
                .map(buffer -> {
                    String body = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    return body;
                })
                .defaultIfEmpty("")
                .map(body -> new Answer(
                        response.statusCode().value(), response.headers().asHttpHeaders(), body));
    }

    @Override
    public void close() {
        connections.dispose();
        resolvers.close();
    }

    /** The moment from which on the bytes may have left. Whoever gives up before it keeps them from leaving. */
    private static final class Departure {
        private enum State {
            HERE,
            LEFT,
            CALLED_OFF
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.HERE);

        void leave() {
            if (!state.compareAndSet(State.HERE, State.LEFT)) {
                throw new CalledOff();
            }
        }

        Outcome outcome(String host, Exception failure) {
            boolean stayed = state.compareAndSet(State.HERE, State.CALLED_OFF);
            LOG.debug("{} by {}: {}", stayed ? "Not reached" : "Not answered", host, failure.toString());
            return stayed ? new Outcome.NotSent() : new Outcome.NotAnswered();
        }
    }

    private static final class CalledOff extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        CalledOff() {
            super("it took too long to connect");
        }
    }
}
