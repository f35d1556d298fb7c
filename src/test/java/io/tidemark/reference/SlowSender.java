package io.tidemark.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends a file piece by piece, over a connection of its own that it may cut. */
final class SlowSender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    private SlowSender(Socket socket) {
        this.socket = socket;
    }

    static SlowSender begin(int port, String kind) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            SlowSender sender = new SlowSender(socket);
            sender.write("PUT /api/v1/reference/" + kind + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
            return sender;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    SlowSender send(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        write(Integer.toHexString(bytes) + "\r\n" + text + "\r\n");
        return this;
    }

    /** @return the whole answer */
    String end() {
        write("0\r\n\r\n");
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the middle of whatever it is. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
