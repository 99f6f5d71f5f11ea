package dev.toolsmith.runtime.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.AskingTools;
import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnansweredException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What calls over a pipe tell and ask their client before they are answered. */
@Timeout(120)
class StdioClientTest {

    private static final String ASKED =
            "{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"method\":\"elicitation/create\",\"params\":"
                    + "{\"mode\":\"form\",\"message\":\"Really \\\"all\\\"?\",\"requestedSchema\":"
                    + "{\"type\":\"object\",\"properties\":{\"ok\":{\"type\":\"boolean\"}}}}}";
    private static final String ENDED = "The connection ended before the user had answered.";
    private static final String TAKEN_BACK =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"ask-1\"}}";

    private final AskingTools tools = new AskingTools();
    private StdioSession session;

    @BeforeEach
    void begin() throws IOException {
        session = StdioSession.of(tools);
    }

    private void initialize(String capabilities) throws IOException {
        session.send(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":" + capabilities + ",\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}");
        assertThat(session.answer()).contains("\"id\":0");
    }

    private static String progress(String token, String rest) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":" + token + ","
                + rest + "}}";
    }

    private static String cancel(String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}";
    }

    private static String answered(String action, String content) {
        return "\"text\":\"{\\\"action\\\":\\\"" + action + "\\\",\\\"content\\\":" + content
                + ",\\\"state\\\":\\\"none\\\"}\"";
    }

    @Test
    void progressComesBeforeTheAnswerAndOnlyEverGrows() throws IOException {
        session.send("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"count\","
                + "\"_meta\":{\"progressToken\":\"t \\u00e9\"}}}");

        assertThat(session.answer()).isEqualTo(progress("\"t \\u00e9\"", "\"progress\":0"));
        assertThat(session.answer())
                .isEqualTo(progress("\"t \\u00e9\"", "\"progress\":2,\"total\":4,\"message\":\"half\""));
        assertThat(session.answer())
                .isEqualTo(progress("\"t \\u00e9\"", "\"progress\":4,\"total\":4,\"message\":\"all \\\"4\\\"\""));
        assertThat(session.answer()).contains("\"id\":7").contains("{\\\"wanted\\\":true}");
    }

    @Test
    void theStatelessRevisionHasTheSameProgress() throws IOException {
        session.send(Modern.call("7", "count", "{}", "", "{}", ",\"progressToken\":12"));

        assertThat(session.answer()).isEqualTo(progress("12", "\"progress\":0"));
        assertThat(session.answer()).contains("\"progress\":2");
        assertThat(session.answer()).contains("\"progress\":4");
        assertThat(session.answer()).contains("\"id\":7");
    }

    @Test
    void whoeverAsksForNoProgressIsToldNone() throws IOException {
        for (String meta : List.of(
                "", ",\"_meta\":{}", ",\"_meta\":{\"progressToken\":1.5}", ",\"_meta\":{\"progressToken\":{}}")) {
            session.send("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"count\"" + meta
                    + "}}");
            assertThat(session.answer()).contains("\"id\":7").contains("{\\\"wanted\\\":false}");
        }
    }

    @Test
    void aFloodOfProgressIsDammed() throws IOException {
        session.send(Modern.call("7", "flood", "{}", "", "{}", ",\"progressToken\":12"));
        session.endInput();

        List<String> all = session.remainingAnswers();
        assertThat(all.get(all.size() - 1)).contains("\"id\":7");
        assertThat(all).hasSizeBetween(11, 200);
        assertThat(all.get(0)).contains("\"progress\":1}");
    }

    @Test
    void nothingIsToldOfACallThatIsAnsweredOrCancelled() throws Exception {
        session.send(Modern.call("1", "hold", "{}", "", "{}", ",\"progressToken\":1"));
        session.send(Modern.call("2", "hold", "{}", "", "{}", ",\"progressToken\":2"));
        assertThat(session.answer()).isEqualTo(progress("1", "\"progress\":1"));
        assertThat(session.answer()).isEqualTo(progress("2", "\"progress\":1"));
        CallClient first = tools.clients.poll(60, TimeUnit.SECONDS);
        CallClient second = tools.clients.poll(60, TimeUnit.SECONDS);
        tools.held.poll(60, TimeUnit.SECONDS).complete(ToolResult.of("{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(session.answer()).contains("\"id\":1");
        session.send(cancel("2"));
        session.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}");
        assertThat(session.answer()).contains("\"id\":3");
        first.progress(2, OptionalLong.empty(), "");
        second.progress(2, OptionalLong.empty(), "");
        session.endInput();

        assertThat(session.remainingAnswers()).isEmpty();
        assertThat(tools.cancelled).hasValue(1);
    }

    @Test
    void aClientOfAnOlderRevisionIsAskedOverThePipe() throws IOException {
        initialize("{\"elicitation\":{}}");
        session.call("1", "confirm", "{}");

        assertThat(session.answer()).isEqualTo(ASKED);
        session.send(
                "{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"result\":{\"action\":\"accept\",\"content\":{\"ok\":true}}}");
        assertThat(session.answer()).contains("\"id\":1").contains(answered("accept", "{\\\"ok\\\":true}"));
        session.call("2", "confirm", "{}");
        assertThat(session.answer()).contains("\"id\":\"ask-2\"");
        session.send("{\"jsonrpc\":\"2.0\",\"id\":\"ask-2\",\"result\":{\"action\":\"decline\"}}");
        assertThat(session.answer()).contains("\"id\":2").contains(answered("decline", "{}"));
    }

    @Test
    void anErrorOfTheClientIsNoAnswerOfItsUser() throws IOException {
        initialize("{\"elicitation\":{\"form\":{},\"url\":{}}}");
        session.call("1", "confirm", "{}");
        assertThat(session.answer()).isEqualTo(ASKED);
        session.send("{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"error\":{\"code\":-32603,\"message\":\"no\"}}");

        assertThat(session.answer())
                .contains("\"id\":1")
                .contains("\"code\":-32603")
                .contains("The client answered the question with an error: \\\"no\\\".");
    }

    @Test
    void responsesToNothingMeanNothing() throws IOException {
        initialize("{\"elicitation\":{}}");
        session.call("1", "confirm", "{}");
        assertThat(session.answer()).isEqualTo(ASKED);
        session.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"action\":\"accept\"}}");
        session.send("{\"jsonrpc\":\"2.0\",\"id\":\"ask-2\",\"result\":{\"action\":\"accept\"}}");
        session.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
        assertThat(session.answer()).contains("\"id\":2");
        session.send("{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"result\":{\"action\":\"decline\"}}");
        assertThat(session.answer()).contains(answered("decline", "{}"));
        session.send("{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"result\":{\"action\":\"accept\"}}");
        session.endInput();

        assertThat(session.remainingAnswers()).isEmpty();
    }

    @Test
    void aClientThatHasNotDeclaredFormsIsNotAsked() throws IOException {
        initialize("{\"elicitation\":{\"url\":{}},\"sampling\":{}}");
        session.call("1", "confirm", "{}");

        assertThat(session.answer())
                .contains("\"id\":1")
                .contains("\"code\":-32600")
                .contains("elicitation");
    }

    @Test
    void aQuestionIsTakenBackWhenItsCallIsCancelled() throws IOException {
        initialize("{\"elicitation\":{}}");
        session.call("1", "confirm", "{}");
        assertThat(session.answer()).isEqualTo(ASKED);
        session.send(cancel("1"));

        assertThat(session.answer()).isEqualTo(TAKEN_BACK);
        session.endInput();
        assertThat(session.remainingAnswers()).isEmpty();
        assertThat(tools.cancelled).hasValue(1);
    }

    @Test
    void aServerThatIsDrainedWaitsForNoResponse() throws Exception {
        initialize("{\"elicitation\":{}}");
        session.call("1", "confirm", "{}");
        assertThat(session.answer()).isEqualTo(ASKED);
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(this::drain);

        assertThat(session.answer()).isEqualTo(TAKEN_BACK);
        assertThat(session.answer()).contains("\"id\":1").contains(ENDED);
        assertThat(drained.get(60, TimeUnit.SECONDS)).isTrue();
    }

    private boolean drain() {
        try {
            return session.transport.drain(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void atTheEndOfInputEveryQuestionIsTakenBack() throws IOException {
        initialize("{\"elicitation\":{}}");
        session.call("1", "confirm", "{}");
        assertThat(session.answer()).isEqualTo(ASKED);
        session.endInput();

        List<String> rest = session.remainingAnswers();
        assertThat(rest).hasSize(2).first().isEqualTo(TAKEN_BACK);
        assertThat(rest.get(1)).contains("\"id\":1").contains(ENDED);
    }

    @Test
    void noMoreQuestionsAreAskedThanAUserCouldEverAnswer() throws IOException {
        initialize("{\"elicitation\":{}}");
        List<String> asked = new ArrayList<>();
        for (int i = 1; i <= 65; i++) {
            session.call(Integer.toString(i), "confirm", "{}");
            asked.add(session.answer());
        }

        assertThat(asked.subList(0, 64)).allMatch(line -> line.contains("elicitation/create"));
        assertThat(asked.get(64)).contains("\"id\":65").contains("64 questions wait for the user already.");
    }

    private static final int LONG = 64 * 1024;

    /** Sends calls, each with a long progress token, and takes each back at once. */
    private void sendMuchThatIsTaken(int pairs) {
        String token = "t".repeat(LONG);
        for (int i = 0; i < pairs; i++) {
            session.send("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"hold\","
                    + "\"_meta\":{\"progressToken\":\"" + token + "\"}}}\n" + cancel("7"));
        }
    }

    private void awaitHeldUp(CompletableFuture<Void> sender) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
        while (!sender.isDone()
                && !(session.isHeldUp() && tools.clients.size() >= 60)
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void nothingMoreIsReadOfAClientThatDoesNotRead() throws Exception {
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendMuchThatIsTaken(300));
        awaitHeldUp(sender);

        assertThat(tools.clients.size() * (long) LONG).isLessThan(6L * 1024 * 1024);
        assertThat(sender).isNotDone();
        for (int i = 0; i < 300; i++) {
            assertThat(session.answer()).contains("\"progress\":1}");
        }
        sender.get(60, TimeUnit.SECONDS);
        session.endInput();
        assertThat(session.remainingAnswers()).isEmpty();
    }

    @Test
    void aClientThatDoesNotReadIsToldNoProgressAndAskedNothing() throws Exception {
        initialize("{\"elicitation\":{}}");
        session.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"hold\","
                + "\"_meta\":{\"progressToken\":1}}}");
        assertThat(session.answer()).isEqualTo(progress("1", "\"progress\":1"));
        CallClient first = tools.clients.poll(60, TimeUnit.SECONDS);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendMuchThatIsTaken(300));
        awaitHeldUp(sender);

        first.progress(2, OptionalLong.empty(), "");
        assertThatThrownBy(() -> first.ask("late", AskingTools.FORM).join())
                .hasCauseInstanceOf(UnansweredException.class)
                .hasMessageContaining("The client has left too much unread to be asked.");
        for (int i = 0; i < 300; i++) {
            assertThat(session.answer()).contains("\"progress\":1}");
        }
        sender.get(60, TimeUnit.SECONDS);
        first.progress(3, OptionalLong.empty(), "");
        assertThat(session.answer()).isEqualTo(progress("1", "\"progress\":3"));
    }
}
