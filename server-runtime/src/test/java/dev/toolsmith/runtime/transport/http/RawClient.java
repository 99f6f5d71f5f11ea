package dev.toolsmith.runtime.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends exactly the bytes it is given over one connection. */
final class RawClient implements AutoCloseable {

    /** A response; its header in lower case. */
    record Response(int status, String header, String body) {}

    private final Socket socket;

    RawClient(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(60_000);
    }

    static String post(String message, String... headers) {
        return postTo("localhost", message, headers);
    }

    static String postTo(String host, String message, String... headers) {
        StringBuilder text =
                new StringBuilder("POST /mcp HTTP/1.1\r\nHost: ").append(host).append("\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        int length = message.getBytes(StandardCharsets.UTF_8).length;
        return text.append("Content-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .append(message)
                .toString();
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    Response response() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended after: " + header);
            }
            header.write(next);
        }
        String text = header.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        int at = text.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Response(Integer.parseInt(text.substring(9, 12)), text, body);
    }

    /** Reads on to the end of a chunked body. */
    void skipChunks() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n0\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended after: " + read);
            }
            read.append((char) next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
