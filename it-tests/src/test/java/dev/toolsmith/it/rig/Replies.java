package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Answers of an API in good and bad days. */
final class Replies {

    private static final String SCOPES = "user_management:read-write record_permission:read-write"
            + " object_configuration:read-write list_entry:read-write list_configuration:read-write"
            + " public_collection:read-write private_collection:read-write comment:read-write task:read-write"
            + " note:read-write meeting:read-write call_recording:read-write webhook:read-write";

    private Replies() {}

    /** A good answer that holds the request's marker. */
    static Reply echo() {
        return (arrival, socket) -> write(
                socket,
                200,
                "application/json",
                "{\"data\":{\"marker\":\"" + arrival.marker().orElse("") + "\"}}");
    }

    /** Whose credential it is, by the number in it. */
    static Reply self() {
        return self(SCOPES);
    }

    /** The same with other scopes, which blanks divide. */
    static Reply self(String scopes) {
        return (arrival, socket) -> {
            int workspace = Workspace.of(arrival.credential());
            String body = Json.object()
                    .put("active", true)
                    .put("scope", scopes)
                    .put("client_id", Workspace.id(99))
                    .put("token_type", "Bearer")
                    .putNull("exp")
                    .put("iat", 1_767_225_600)
                    .put("sub", Workspace.id(workspace))
                    .put("aud", Workspace.id(99))
                    .put("iss", "attio.com")
                    .put("authorized_by_workspace_member_id", Workspace.id(98))
                    .put("workspace_id", Workspace.id(workspace))
                    .put("workspace_name", "Workspace " + workspace)
                    .put("workspace_slug", "workspace-" + workspace)
                    .putNull("workspace_logo_url")
                    .toString();
            return write(socket, 200, "application/json", body);
        };
    }

    /** An answer of any status with a JSON body. */
    static Reply json(int status, String body, String... headers) {
        return (arrival, socket) -> write(socket, status, "application/json", body, headers);
    }

    /** An answer of any kind and status. */
    static Reply text(int status, String type, String body) {
        return (arrival, socket) -> write(socket, status, type, body);
    }

    /** An error as Attio words it. */
    static Reply error(int status, String code, String... headers) {
        String body = Json.object()
                .put("status_code", status)
                .put("type", "api_error")
                .put("code", code)
                .put("message", "Refused by the script.")
                .toString();
        return json(status, body, headers);
    }

    /** Another reply, some time later. */
    static Reply after(Duration wait, Reply then) {
        return (arrival, socket) -> {
            LockSupport.parkNanos(wait.toNanos());
            return then.send(arrival, socket);
        };
    }

    /** Another reply, once the hold is released. */
    static Reply held(Hold hold, Reply then) {
        return (arrival, socket) -> {
            hold.arriveAndWait();
            return then.send(arrival, socket);
        };
    }

    /** Bytes as they are, then the end of the connection. */
    static Reply raw(String bytes) {
        return (arrival, socket) -> {
            send(socket, bytes);
            return false;
        };
    }

    /** Bytes as they are, then nothing until the other side gives up. */
    static Reply rawThenHang(String bytes) {
        return (arrival, socket) -> {
            send(socket, bytes);
            awaitEnd(socket);
            return false;
        };
    }

    /** Nothing until the other side gives up. */
    static Reply hang() {
        return rawThenHang("");
    }

    /** Bytes as they are, then a reset. */
    static Reply rawThenReset(String bytes) {
        return (arrival, socket) -> {
            send(socket, bytes);
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /** A good head, then one byte of a body at a time, for as long as the other side reads. */
    static Reply drip(Duration pause) {
        return (arrival, socket) -> {
            send(socket, head(200, "application/json", 1_000_000));
            OutputStream out = socket.getOutputStream();
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(pause.toNanos());
            }
            return false;
        };
    }

    /** A valid JSON text of at least so many bytes. */
    static Reply large(long bytes) {
        return (arrival, socket) -> {
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
            long blocks = bytes / block.length + 1;
            send(socket, head(200, "application/json", blocks * block.length + 11));
            OutputStream out = socket.getOutputStream();
            out.write("{\"data\":\"".getBytes(StandardCharsets.ISO_8859_1));
            for (long i = 0; i < blocks; i++) {
                out.write(block);
            }
            out.write("\"}".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return true;
        };
    }

    /** A body that does not end while the other side reads. */
    static Reply endless() {
        return (arrival, socket) -> {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[");
            byte[] block = "1,".repeat(1 << 15).getBytes(StandardCharsets.ISO_8859_1);
            OutputStream out = socket.getOutputStream();
            while (!Thread.currentThread().isInterrupted()) {
                out.write(block);
            }
            return false;
        };
    }

    /** A head with a length. */
    static String head(int status, String type, long length, String... headers) {
        StringBuilder head = new StringBuilder(160);
        head.append("HTTP/1.1 ").append(status).append(" Scripted\r\nContent-Type: ");
        head.append(type).append("\r\nContent-Length: ").append(length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static boolean write(Socket socket, int status, String type, String body, String... headers)
            throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream(content.length + 200);
        message.write(head(status, type, content.length, headers).getBytes(StandardCharsets.ISO_8859_1));
        message.write(content);
        message.writeTo(socket.getOutputStream());
        return true;
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void awaitEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // What still comes belongs to no request that would be answered.
        }
    }
}
