package dev.toolsmith.platform.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that announce a form or a document, and send nothing of it. */
public final class SilentSenders implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    /** So many at a port of this machine, at these paths in turns. */
    public SilentSenders(int port, int number, List<String> paths) throws IOException {
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            String head = "POST " + paths.get(i % paths.size()) + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded"
                    + "\r\nContent-Length: 100\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** How many there are. */
    public int number() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
