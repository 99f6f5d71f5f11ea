package dev.toolsmith.runtime.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.protocol.Limits;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StdioTransportTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @Test
    void twentyThousandCallsWithSixteenInFlightAreAllAnsweredWithTheirOwnResults() throws Exception {
        StdioSession session = new StdioSession();
        int calls = 20_000;
        Semaphore inFlight = new Semaphore(16);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < calls; i++) {
                inFlight.acquireUninterruptibly();
                session.call(Integer.toString(i), i % 3 == 0 ? "later" : "echo", "{\"n\":" + i + "}");
            }
        });
        Set<Integer> answered = new HashSet<>();
        for (int i = 0; i < calls; i++) {
            String answer = session.answer();
            inFlight.release();
            int id = Integer.parseInt(answer.substring(22, answer.indexOf(',', 22)));
            assertThat(answer).contains("\"text\":\"{\\\"n\\\":" + id + "}\"");
            answered.add(id);
        }
        sender.join();
        session.endInput();

        assertThat(answered).hasSize(calls);
        assertThat(session.remainingAnswers()).isEmpty();
        session.ended.get(10, TimeUnit.SECONDS);
    }

    @Test
    void everythingReadBeforeTheEndOfInputIsAnswered() throws Exception {
        StdioSession session = new StdioSession();
        StringBuilder burst = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            burst.append("{\"jsonrpc\":\"2.0\",\"id\":").append(i);
            burst.append(",\"method\":\"tools/call\",\"params\":{\"name\":\"later\",\"arguments\":{}}}\n");
        }
        session.send(burst.toString().getBytes(StandardCharsets.UTF_8));
        session.endInput();

        assertThat(session.remainingAnswers()).hasSize(200);
        session.ended.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aLastLineWithoutLineBreakIsAnswered() throws Exception {
        StdioSession session = new StdioSession();
        session.send(PING.getBytes(StandardCharsets.UTF_8));
        session.endInput();

        assertThat(session.remainingAnswers()).containsExactly(PONG);
    }

    @Test
    void malformedLinesAreAnsweredAndTheServerLivesOn() throws Exception {
        StdioSession session = new StdioSession();
        session.send("{oops");
        session.send(new byte[] {(byte) 0xC0, (byte) 0xAF, '\n'});
        session.send("[".repeat(5_000));
        session.send("\r\n  \n");
        session.send(PING + "\r");
        session.endInput();

        List<String> answers = session.remainingAnswers();
        assertThat(answers).hasSize(4);
        assertThat(answers.subList(0, 3))
                .allSatisfy(answer ->
                        assertThat(answer).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,"));
        assertThat(answers.get(3)).isEqualTo(PONG);
    }

    @Test
    void aLineThatIsTooLongIsRefusedWithoutBeingKept() throws Exception {
        StdioSession session = new StdioSession();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            session.send(" ".repeat(3 * Limits.MESSAGE_BYTES));
            session.send("x".repeat(Limits.MESSAGE_BYTES + 1));
            session.send(PING);
        });

        assertThat(session.answer()).contains("-32700", "longer than 1048576 bytes");
        assertThat(session.answer()).contains("-32700", "longer than 1048576 bytes");
        assertThat(session.answer()).isEqualTo(PONG);
        sender.join();
    }

    @Test
    void aCallThatBreaksOffWithAnErrorOfTheMachineIsAnsweredAndTheServerLivesOn() throws Exception {
        StdioSession session = new StdioSession();
        session.call("1", "collapse", "{}");
        session.send(PING);
        session.endInput();

        assertThat(session.answer()).contains("\"id\":1,", "-32603").doesNotContain("broken");
        assertThat(session.remainingAnswers()).containsExactly(PONG);
    }

    @Test
    void aCancelledCallIsTakenBackAndNotAnswered() throws Exception {
        StdioSession session = new StdioSession();
        session.call("\"a\"", "hold", "{}");
        session.call("5", "hold", "{}");
        session.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"a\"}}");
        session.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"5\"}}");
        session.send(PING);

        assertThat(session.answer()).isEqualTo(PONG);
        assertThat(session.tools.cancelled).hasValue(1);
        session.tools.held.forEach(held -> held.complete(ToolResult.of(new byte[] {'1'})));
        assertThat(session.answer()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":5,");
        session.endInput();
        assertThat(session.remainingAnswers()).isEmpty();
    }

    @Test
    void noMoreIsReadWhileTooMuchIsInFlight() throws Exception {
        StdioSession session = new StdioSession();
        for (int i = 0; i < StdioTransport.IN_FLIGHT + 10; i++) {
            session.call(Integer.toString(i), "hold", "{}");
        }
        awaitHeld(session, StdioTransport.IN_FLIGHT);
        assertThat(session.tools.calls).hasValue(StdioTransport.IN_FLIGHT);

        session.tools.held.poll().complete(ToolResult.of(new byte[] {'1'}));
        assertThat(session.answer()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":0,");
        awaitHeld(session, StdioTransport.IN_FLIGHT);
        assertThat(session.tools.calls).hasValue(StdioTransport.IN_FLIGHT + 1);
    }

    @Test
    void aClientThatNoLongerReadsEndsTheServerAndItsCalls() throws Exception {
        StdioSession session = new StdioSession();
        session.call("1", "hold", "{}");
        awaitHeld(session, 1);
        session.stopReading();
        session.send(PING);
        session.send(PING);
        session.endInput();

        session.ended.get(10, TimeUnit.SECONDS);
        assertThat(session.tools.cancelled).hasValue(1);
    }

    @Test
    void drainingIsDoneAtOnceWhenTheInputHasEndedAndAllIsAnswered() throws Exception {
        StdioSession session = new StdioSession();
        session.send(PING);
        session.endInput();
        assertThat(session.remainingAnswers()).containsExactly(PONG);
        session.ended.get(10, TimeUnit.SECONDS);

        assertThat(session.transport.drain(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatComesInAfterDrainingBeganIsNotTaken() throws Exception {
        StdioSession session = new StdioSession();
        session.call("1", "hold", "{}");
        awaitHeld(session, 1);
        assertThat(session.transport.drain(1, TimeUnit.MILLISECONDS)).isFalse();

        session.call("2", "echo", "{}");
        session.endInput();
        session.tools.held.poll().complete(ToolResult.of(new byte[] {'1'}));

        assertThat(session.remainingAnswers()).hasSize(1);
        assertThat(session.tools.calls).hasValue(1);
    }

    @Test
    void drainingWaitsForWhatWasRead() throws Exception {
        StdioSession session = new StdioSession();
        session.call("1", "hold", "{}");
        awaitHeld(session, 1);
        assertThat(session.transport.drain(1, TimeUnit.MILLISECONDS)).isFalse();

        session.tools.held.poll().complete(ToolResult.of(new byte[] {'1'}));
        assertThat(session.transport.drain(10, TimeUnit.SECONDS)).isTrue();
        assertThat(session.answer()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,");
        assertThat(session.flushes.get()).isPositive();
    }

    @Test
    void theClientsNameFromInitializeGoesWithItsCalls() throws Exception {
        StdioSession session = new StdioSession();
        session.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
                + "{\"protocolVersion\":\"2025-06-18\",\"clientInfo\":{\"name\":\"inspector\",\"version\":\"1\"}}}");
        session.call("1", "echo", "{}");
        session.answer();
        session.answer();

        assertThat(session.tools.clientName).isEqualTo("inspector");
    }

    private static void awaitHeld(StdioSession session, int count) throws IOException {
        while (session.tools.held.size() < count) {
            Thread.onSpinWait();
        }
    }
}
