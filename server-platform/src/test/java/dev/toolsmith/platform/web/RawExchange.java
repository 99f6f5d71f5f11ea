package dev.toolsmith.platform.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request of exactly these bytes, and the answer; its header in lower case. */
record RawExchange(int status, String header, String body) {

    static RawExchange get(URI server, String path, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\n");
        boolean named = false;
        for (String header : headers) {
            text.append(header).append("\r\n");
            named |= header.toLowerCase(Locale.ROOT).startsWith("host:");
        }
        text.append(named ? "" : "Host: 127.0.0.1\r\n").append("Connection: close\r\n\r\n");
        return of(server, text.toString());
    }

    static RawExchange of(URI server, String bytes) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new RawExchange(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end).toLowerCase(Locale.ROOT),
                    answer.substring(end + 4));
        }
    }
}
