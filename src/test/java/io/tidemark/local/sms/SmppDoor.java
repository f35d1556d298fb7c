package io.tidemark.local.sms;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come in and bind. */
final class SmppDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppDoor.class);
    private static final int DEGREE = 32;
    private static final int MOST_UNREAD = 2_000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final SmppHabits habits;
    private final SmppCourier courier;
    private final AtomicInteger binds = new AtomicInteger();
    private final List<SMPPServerSession> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_CONNECTIONS, task -> {
        Thread thread = new Thread(task, "smpp-door");
        thread.setDaemon(true);
        return thread;
    });

    SmppDoor(ServerSocket socket, SmppHabits habits, SmppDesk desk, SmppCourier courier) throws IOException {
        this.socket = socket;
        this.habits = habits;
        this.courier = courier;
        this.listener = new SMPPServerSessionListener(socket.getLocalPort(), new OneSocket(socket));
        listener.setPduProcessorDegree(DEGREE);
        listener.setQueueCapacity(MOST_UNREAD);
        listener.setMessageReceiverListener(desk);
        listener.setResponseDeliveryListener(desk);
        threads.execute(this::acceptAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    int binds() {
        return binds.get();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                session.setTransactionTimer(PATIENCE_MILLIS);
                open.add(session);
                session.addSessionStateListener((state, before, source) -> {
                    if (!state.isBound() && state != SessionState.OPEN) {
                        courier.noLonger(session);
                        open.remove(session);
                    }
                });
                threads.execute(() -> letIn(session));
            } catch (SocketException closed) {
                log.debug("No more connections.", closed);
            } catch (IOException failed) {
                log.warn("A connection failed.", failed);
            }
        }
    }

    private void letIn(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(PATIENCE_MILLIS);
            int status = habits.doorman.apply(request);
            if (status == 0) {
                request.accept("peer");
                binds.incrementAndGet();
                courier.mayBringTo(session);
                if (!session.getSessionState().isBound()) {
                    courier.noLonger(session);
                }
            } else {
                request.reject(status);
                session.close();
            }
        } catch (TimeoutException | PDUStringException | IOException | IllegalStateException gone) {
            courier.noLonger(session);
            session.close();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listener.close();
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        open.forEach(SMPPServerSession::close);
    }

    /** The socket that is open already. */
    private record OneSocket(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}
