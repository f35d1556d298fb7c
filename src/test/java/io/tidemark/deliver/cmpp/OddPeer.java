package io.tidemark.deliver.cmpp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where a gateway should be, and does with each frame what no decent gateway does. */
final class OddPeer implements AutoCloseable {
    static final int CONNECT = 1;
    static final int SUBMIT = 4;
    static final int TEST = 8;

    private final ServerSocket server;
    private final Oddity oddity;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    OddPeer(Oddity oddity) {
        this.oddity = oddity;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread thread = new Thread(this::serve, "odd-peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** What it does when it hears a command. */
    interface Oddity {
        void heard(int command, int sequence, DataOutputStream out) throws IOException;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Which the other side has closed. */
    int ended() {
        return ended.get();
    }

    static void letIn(int sequence, DataOutputStream out) throws IOException {
        out.writeInt(12 + 21);
        out.writeInt(0x8000_0000 | CONNECT);
        out.writeInt(sequence);
        out.write(new byte[20]);
        out.writeByte(0x30);
    }

    static void take(int sequence, long id, DataOutputStream out) throws IOException {
        out.writeInt(12 + 12);
        out.writeInt(0x8000_0000 | SUBMIT);
        out.writeInt(sequence);
        out.writeLong(id);
        out.writeInt(0);
    }

    /** One connection after the other: a client that leaves one has closed it. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                serve(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException left) {
                ended.incrementAndGet();
            }
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            int command = in.readInt();
            int sequence = in.readInt();
            in.skipNBytes(length - 12L);
            oddity.heard(command, sequence, out);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
