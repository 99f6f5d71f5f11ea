package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stub journals what reaches it, and does what its script says. */
class StubTest {

    private final Stub stub = Stub.start();
    private final String marker = Markers.next();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void everyByteOfARequestIsJournaledBeforeItIsAnswered() throws IOException {
        try (Socket socket = connect()) {
            String body = "{\"title\":\"" + marker + "\"}";
            ask(socket, "POST /v2/notes HTTP/1.1\r\nX-Odd:  two  blanks \r\nContent-Length: 48\r\n\r\n" + body);
            assertThat(answer(socket)).contains("200").contains(marker);
        }
        assertThat(stub.journal()).hasSize(1).first().satisfies(arrival -> {
            assertThat(arrival.head().text()).contains("X-Odd:  two  blanks \r\n");
            assertThat(new String(arrival.body(), StandardCharsets.UTF_8)).contains(marker);
            assertThat(arrival.marker()).contains(marker);
            assertThat(arrival.order()).isEqualTo(1);
        });
    }

    @Test
    void aConnectionTakesOneRequestAfterTheOther() throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 3; i++) {
                ask(socket, "GET /v2/notes/" + marker + " HTTP/1.1\r\n\r\n");
                assertThat(answer(socket)).contains(marker);
            }
        }
        assertThat(stub.journal().stream().map(Arrival::order)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eachCredentialIsOfAWorkspaceOfItsOwn() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, "GET /v2/self HTTP/1.1\r\nAuthorization: Bearer " + Workspace.key(7) + "\r\n\r\n");
            assertThat(answer(socket)).contains(Workspace.id(7)).contains("note:read-write");
        }
    }

    @Test
    void aHeldRequestIsAnsweredWhenItIsReleased() throws IOException {
        Hold hold = new Hold();
        stub.follow(Script.calls(Replies.held(hold, Replies.echo())));
        try (Socket socket = connect()) {
            ask(socket, "GET /v2/notes/" + marker + " HTTP/1.1\r\n\r\n");
            hold.awaitArrival();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> answer(socket));
            assertThat(socket.getInputStream().available()).isZero();
            hold.release();
            assertThat(Waiting.on(answer, "the answer")).contains(marker);
        }
    }

    @Test
    void aResetIsAReset() throws IOException {
        stub.follow(Script.calls(Replies.rawThenReset("HTTP/1.1 200 OK\r\n")));
        try (Socket socket = connect()) {
            ask(socket, "GET /v2/notes/1 HTTP/1.1\r\n\r\n");
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void answersComeInReverseOrderWithinAGroup() throws IOException {
        stub.follow(new ReversedScript(2));
        try (Socket first = connect();
                Socket second = connect()) {
            ask(first, "GET /v2/notes/1 HTTP/1.1\r\n\r\n");
            Waiting.until(() -> stub.count() == 1, "the first request");
            ask(second, "GET /v2/notes/2 HTTP/1.1\r\n\r\n");
            assertThat(answer(second)).contains("200");
            assertThat(answer(first)).contains("200");
        }
    }

    @Test
    void whatHangsHangsUntilTheOtherSideGoes() throws IOException {
        for (Reply reply : List.of(Replies.hang(), Replies.drip(Duration.ofMillis(1)), Replies.endless())) {
            stub.follow(Script.calls(reply));
            long before = stub.count();
            try (Socket socket = connect()) {
                ask(socket, "GET /v2/notes/1 HTTP/1.1\r\n\r\n");
                Waiting.until(() -> stub.count() == before + 1, "the request");
            }
        }
        stub.follow(Script.allWell());
        try (Socket socket = connect()) {
            ask(socket, "GET /v2/notes/" + marker + " HTTP/1.1\r\n\r\n");
            assertThat(answer(socket)).contains(marker);
        }
    }

    private Socket connect() throws IOException {
        URI url = URI.create(stub.baseUrl());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout((int) Waiting.LONG.toMillis());
        return socket;
    }

    private static void ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one answer; its head and body together. */
    private static String answer(Socket socket) {
        try {
            InputStream stream = socket.getInputStream();
            HttpInput in = new HttpInput(stream);
            HttpHead head = in.head().orElseThrow();
            return head.text() + new String(in.body(head), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
