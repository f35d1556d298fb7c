package io.tidemark.web;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/** From names to the addresses that are connected to: a check here can't be got around by a name that changes. */
final class Resolvers extends AddressResolverGroup<InetSocketAddress> {
    private final AddressResolverGroup<InetSocketAddress> names;
    private final boolean loopbackAllowed;

    private Resolvers(AddressResolverGroup<InetSocketAddress> names, boolean loopbackAllowed) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
    }

    static AddressResolverGroup<InetSocketAddress> any(LoopResources loops) {
        return NameResolverProvider.builder().build().newNameResolverGroup(loops, LoopResources.DEFAULT_NATIVE);
    }

    static Resolvers publicOnly(LoopResources loops, boolean loopbackAllowed) {
        return new Resolvers(any(loops), loopbackAllowed);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new PublicOnly(executor, names.getResolver(executor));
    }

    @Override
    public void close() {
        super.close();
        names.close();
    }

    private final class PublicOnly extends AbstractAddressResolver<InetSocketAddress> {
        private final AddressResolver<InetSocketAddress> resolver;

        PublicOnly(EventExecutor executor, AddressResolver<InetSocketAddress> resolver) {
            super(executor, InetSocketAddress.class);
            this.resolver = resolver;
        }

        /** Never, so that an address that is written as numbers is looked at as well. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress name, Promise<InetSocketAddress> promise) {
            resolver.resolve(name).addListener((Future<InetSocketAddress> found) -> {
                if (found.isSuccess()) {
                    settle(List.of(found.getNow()), promise, allowed -> promise.trySuccess(allowed.get(0)));
                } else {
                    promise.tryFailure(found.cause());
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress name, Promise<List<InetSocketAddress>> promise) {
            resolver.resolveAll(name).addListener((Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) {
                    settle(found.getNow(), promise, promise::trySuccess);
                } else {
                    promise.tryFailure(found.cause());
                }
            });
        }

        /** One private address among several is a reason to distrust the name altogether. */
        private void settle(
                List<InetSocketAddress> found,
                Promise<?> promise,
                java.util.function.Consumer<List<InetSocketAddress>> settled) {
            if (found.stream().allMatch(each -> Addresses.mayBeCalled(each.getAddress(), loopbackAllowed))) {
                settled.accept(found);
            } else {
                promise.tryFailure(new UnknownHostException("the name leads to an address that is not public"));
            }
        }
    }
}
