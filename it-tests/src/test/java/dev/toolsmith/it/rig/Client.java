package dev.toolsmith.it.rig;

import dev.toolsmith.it.rig.Answer.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An MCP client with one connection that it keeps: light enough to share the machine with what it measures. */
final class Client implements AutoCloseable {

    /** The upstream deadline is 30 s; who waits much longer waits for nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CallLog log;
    private final String more;
    private @Nullable Socket socket;
    private @Nullable HttpInput in;

    /** A client that notes its calls in a log. */
    Client(CallLog log) {
        this(log, "");
    }

    /**
     * A client that sends further headers.
     *
     * @param more each header with its line end
     */
    Client(CallLog log, String more) {
        this.log = log;
        this.more = more;
    }

    /** Makes a call and waits for its answer. */
    Call call(Endpoint endpoint, Tool tool) {
        return call(endpoint, tool, Markers.next());
    }

    /** Makes a call with a given marker and waits for its answer. */
    Call call(Endpoint endpoint, Tool tool, String marker) {
        long sent = System.nanoTime();
        Answer answer;
        try {
            send(endpoint, tool, marker);
            answer = receive();
        } catch (SocketTimeoutException e) {
            close();
            answer = Answer.without(Kind.SILENT, "No answer within " + PATIENCE);
        } catch (IOException e) {
            close();
            answer = Answer.without(Kind.BROKEN, e.toString());
        }
        return log.add(new Call(marker, endpoint, tool, sent, System.nanoTime(), answer));
    }

    /** Makes a call and goes away once something is so. */
    Call abandon(Endpoint endpoint, Tool tool, String marker, Runnable untilThen) {
        long sent = System.nanoTime();
        try {
            send(endpoint, tool, marker);
            untilThen.run();
        } catch (IOException e) {
            throw new AssertionError("A call could not be sent", e);
        } finally {
            close();
        }
        Answer answer = Answer.without(Kind.ABANDONED, "The client went away");
        return log.add(new Call(marker, endpoint, tool, sent, System.nanoTime(), answer));
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError("A socket does not close", e);
        } finally {
            socket = null;
            in = null;
        }
    }

    private void send(Endpoint endpoint, Tool tool, String marker) throws IOException {
        byte[] body = tool.message(marker);
        byte[] head = ("POST " + endpoint.url().getRawPath() + " HTTP/1.1\r\nHost: "
                        + endpoint.url().getRawAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
                        + "MCP-Protocol-Version: 2025-11-25\r\nAgent-Run-Id: " + marker + "\r\n" + more
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        connected(endpoint).getOutputStream().write(message);
    }

    private Answer receive() throws IOException {
        HttpInput open = in;
        if (open == null) {
            throw new IOException("Not connected");
        }
        Optional<HttpHead> head = open.head();
        if (head.isEmpty()) {
            throw new IOException("The server ended the connection without an answer");
        }
        byte[] body = open.body(head.get());
        if (head.get().closes()) {
            close();
        }
        return Answer.of(Integer.parseInt(head.get().word(1)), body);
    }

    private Socket connected(Endpoint endpoint) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(endpoint.url().getHost(), endpoint.url().getPort());
        if (socket != null && !address.equals(socket.getRemoteSocketAddress())) {
            close();
        }
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout((int) PATIENCE.toMillis());
            open.connect(address, 5_000);
            socket = open;
            in = new HttpInput(open.getInputStream());
        }
        return open;
    }
}
