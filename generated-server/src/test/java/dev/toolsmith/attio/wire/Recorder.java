package dev.toolsmith.attio.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An API on a bare socket: it keeps every request as it stood on the wire, and answers each with an empty object. */
final class Recorder implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII);

    /**
     * One header field.
     *
     * @param name in lower case
     */
    record Field(String name, String value) {}

    /**
     * One request.
     *
     * @param line the request line without the line's end
     */
    record Sent(String line, List<Field> fields, String body) {

        String method() {
            return line.substring(0, line.indexOf(' '));
        }

        /** The request target, still encoded. */
        String target() {
            return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
        }
    }

    private final ServerSocket door;
    private final Queue<Sent> requests = new ConcurrentLinkedQueue<>();
    private final Queue<IOException> broken = new ConcurrentLinkedQueue<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Recorder(ServerSocket door) {
        this.door = door;
    }

    static Recorder start() {
        try {
            Recorder recorder = new Recorder(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
            recorder.inBackground(recorder::accept);
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** The requests since this was last asked. */
    List<Sent> taken() {
        List<Sent> taken = new ArrayList<>();
        for (Sent next = requests.poll(); next != null; next = requests.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** What came and was no request. */
    List<IOException> broken() {
        return List.copyOf(broken);
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inBackground(Runnable work) {
        Thread thread = new Thread(work, "recorder");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                inBackground(() -> serve(socket));
            } catch (IOException e) {
                noteUnlessClosed(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                requests.add(request(line, in));
                socket.getOutputStream().write(ANSWER);
            }
        } catch (EOFException e) {
            sockets.remove(socket);
        } catch (IOException e) {
            noteUnlessClosed(e);
        }
    }

    private void noteUnlessClosed(IOException e) {
        if (!door.isClosed()) {
            broken.add(e);
        }
    }

    private static Sent request(String line, InputStream in) throws IOException {
        List<Field> fields = new ArrayList<>();
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new IOException("No header field: " + field);
            }
            String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.add(new Field(name, field.substring(colon + 1).strip()));
            if (name.equals("content-length")) {
                length = Integer.parseInt(field.substring(colon + 1).strip());
            }
        }
        return new Sent(line, List.copyOf(fields), new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
            throw new IOException("A line that does not end with CRLF: " + text);
        }
        return text.substring(0, text.length() - 1);
    }
}
