package io.tidemark.deliver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Gets between a port and those who call it. */
final class Interposed {
    private Interposed() {}

    /** Does something right before each call of the method. */
    static Ledger before(String method, Ledger ledger, Runnable something) {
        return around(
                Ledger.class,
                ledger,
                (called, answer) -> called.getName().equals(method)
                        ? Mono.fromRunnable(something).then(answer)
                        : answer);
    }

    /** Tells of each claim that is about to be begun. */
    static Ledger aroundBegin(Ledger ledger, Consumer<Claim> begun) {
        return port(Ledger.class, (method, arguments) -> {
            if (method.getName().equals("begin")) {
                begun.accept((Claim) arguments[0]);
            }
            return method.invoke(ledger, arguments);
        });
    }

    /** Wraps every answer of a port whose methods answer with a {@link Mono}. */
    static <T> T around(Class<T> port, T inner, Wrapper wrapper) {
        return port(port, (method, arguments) -> {
            Object answer = method.invoke(inner, arguments);
            return answer instanceof Mono<?> mono ? wrapper.wrap(method, mono) : answer;
        });
    }

    private static <T> T port(Class<T> port, Call call) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        return call.answer(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    interface Wrapper {
        Mono<?> wrap(Method called, Mono<?> answer);
    }
}
