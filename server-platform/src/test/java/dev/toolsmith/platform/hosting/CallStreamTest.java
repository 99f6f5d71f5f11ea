package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.transport.http.HttpListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Of a call that is answered by a stream nothing of the account is told once an operator's change was acknowledged. */
@Timeout(180)
class CallStreamTest {

    private static final String FIRST = event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
            + "\"params\":{\"progressToken\":1,\"progress\":10,\"message\":\"begun\"}}");
    private static final String SECOND = event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
            + "\"params\":{\"progressToken\":1,\"progress\":20,\"message\":\"canary\"}}");
    private static final String ANSWER = event("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":"
            + "[{\"type\":\"text\",\"text\":\"canary\"}],\"isError\":false}}");
    private static final String QUESTION = event("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":"
            + "\"input_required\",\"inputRequests\":{\"confirm\":{\"method\":\"canary\"}}}}");

    @TempDir
    private Path folder;

    private Hosting hosting;
    private HostedServer server;
    private HttpListener listener;
    private volatile Consumer<HostedServer> between = unchanged -> {};
    private volatile String answer = ANSWER;

    private static String event(String message) {
        return "event: message\ndata: " + message + "\n\n";
    }

    @BeforeEach
    void start() throws Exception {
        hosting = new Hosting(folder);
        server = hosting.server().server();
        Live live = hosting.servers.directory().byId(server.id()).orElseThrow();
        Access access = new Access(live, live.tokens().values().iterator().next(), Optional.empty(), "127.0.0.1");
        listener = HttpListener.at("127.0.0.1", 0);
        listener.start(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                AnswerGate gate = new AnswerGate(
                        request,
                        response,
                        hosting.calls.parts(),
                        access,
                        hosting.calls.offeredTo(access),
                        "{\"error\":\"refused\"}".getBytes(StandardCharsets.UTF_8));
                gate.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
                CompletableFuture<Void> unused = written(gate, FIRST)
                        .thenRunAsync(() -> between.accept(server))
                        .thenCompose(done -> written(gate, SECOND))
                        .thenCompose(done -> written(gate, ": still here\n\n"))
                        .thenAccept(done -> gate.write(true, bytes(answer), callback));
                return true;
            }
        });
    }

    private static CompletableFuture<Void> written(AnswerGate gate, String event) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        gate.write(false, bytes(event), Callback.from(() -> done.complete(null), done::completeExceptionally));
        return done;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        listener.close();
        hosting.close();
    }

    private String told() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void whatIsNotHeldBackIsToldByteByByte() throws Exception {
        assertThat(told()).isEqualTo(FIRST + SECOND + ": still here\n\n" + ANSWER);
    }

    @ParameterizedTest
    @EnumSource(
            value = InFlightTest.Change.class,
            names = {"NARROW"},
            mode = Mode.EXCLUDE)
    void nothingFollowsTheChangeButThatTheAnswerIsWithheld(InFlightTest.Change change) throws Exception {
        between = server -> change.make(hosting, server);

        String told = told();

        assertThat(told).startsWith(FIRST).doesNotContain("canary").contains("\"id\":1", "revoked_in_flight");
    }

    @Test
    void aQuestionToTheUserIsNotAskedAnyMore() throws Exception {
        answer = QUESTION;
        between = server -> InFlightTest.Change.PAUSE.make(hosting, server);

        assertThat(told()).doesNotContain("canary").contains("revoked_in_flight", "Nothing was sent");
    }
}
