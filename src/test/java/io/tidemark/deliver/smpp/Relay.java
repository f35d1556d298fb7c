package io.tidemark.deliver.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to a provider that can go dead: the connections that it has stay open, and nothing comes through any more. */
final class Relay implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Collection<Line> lines = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final int to;

    Relay(int to) throws IOException {
        this.to = to;
        threads.execute(this::acceptAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The connections that there are; new ones live. */
    void goDead() {
        lines.forEach(line -> line.dead = true);
    }

    private void acceptAll() {
        try {
            while (true) {
                Line line = new Line(socket.accept(), new Socket(socket.getInetAddress(), to));
                lines.add(line);
                threads.execute(() -> line.carry(line.near, line.far));
                threads.execute(() -> line.carry(line.far, line.near));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Line line : lines) {
            line.near.close();
            line.far.close();
        }
    }

    private static final class Line {
        private final Socket near;
        private final Socket far;
        private volatile boolean dead;

        Line(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        /** A dead line swallows what comes, and never says that it has ended. */
        private void carry(Socket from, Socket into) {
            byte[] buffer = new byte[4096];
            try {
                for (int read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    if (!dead) {
                        into.getOutputStream().write(buffer, 0, read);
                    }
                }
                if (!dead) {
                    into.close();
                }
            } catch (IOException closed) {
                dead = true;
            }
        }
    }
}
