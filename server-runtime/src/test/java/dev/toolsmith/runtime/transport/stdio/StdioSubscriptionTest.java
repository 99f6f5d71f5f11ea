package dev.toolsmith.runtime.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Listen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StdioSubscriptionTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";

    private StdioSession session;

    @BeforeEach
    void open() throws IOException {
        session = new StdioSession();
    }

    @Test
    void changesComeBetweenAnswersTaggedWithTheirSubscription() throws IOException {
        session.send(Listen.toTools("1"));
        assertThat(session.answer()).isEqualTo(Listen.acknowledged("1"));
        session.tools.changes.changed();
        assertThat(session.answer()).isEqualTo(Listen.changed("1"));
        session.send(PING);
        assertThat(session.answer()).isEqualTo(PONG);
        session.tools.changes.changed();
        assertThat(session.answer()).isEqualTo(Listen.changed("1"));
    }

    @Test
    void aCancelledSubscriptionIsSilent() throws IOException {
        session.send(Listen.toTools("1"));
        assertThat(session.answer()).isEqualTo(Listen.acknowledged("1"));
        session.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        session.send(PING);
        assertThat(session.answer()).isEqualTo(PONG);
        session.tools.changes.changed();
        session.endInput();

        assertThat(session.remainingAnswers()).isEmpty();
    }

    @Test
    void theEndOfInputEndsSubscriptionsAfterTheLastAnswer() throws Exception {
        session.send(Listen.toTools("1"));
        session.send(PING);
        session.endInput();

        assertThat(session.remainingAnswers()).containsExactly(Listen.acknowledged("1"), PONG, Listen.ended("1"));
        session.ended.get(60, TimeUnit.SECONDS);
    }

    @Test
    void drainingEndsSubscriptionsBeforeItReturns() throws Exception {
        session.send(Listen.toTools("1"));
        assertThat(session.answer()).isEqualTo(Listen.acknowledged("1"));
        assertThat(session.transport.drain(60, TimeUnit.SECONDS)).isTrue();

        assertThat(session.answer()).isEqualTo(Listen.ended("1"));
    }

    @Test
    void beyondTheirLimitSubscriptionsAreRefused() throws IOException {
        for (int i = 0; i < 16; i++) {
            session.send(Listen.toTools(Integer.toString(i)));
            assertThat(session.answer()).isEqualTo(Listen.acknowledged(Integer.toString(i)));
        }
        session.send(Listen.toTools("99"));
        assertThat(session.answer())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":99,\"error\":{\"code\":-32000,\"message\":"
                        + "\"A client may have at most 16 subscriptions at one time.\"}}");
        session.tools.changes.changed();
        session.send(PING);
        List<String> told = new java.util.ArrayList<>();
        for (String line = session.answer(); !line.equals(PONG); line = session.answer()) {
            told.add(line);
        }
        assertThat(told).hasSize(16).doesNotContain(Listen.changed("99"));
    }

    @Test
    void aClientOfAnOlderRevisionIsToldAfterItsHandshake() throws IOException {
        session.tools.changes.changed();
        session.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        session.send(PING);
        assertThat(session.answer()).isEqualTo(PONG);
        session.tools.changes.changed();
        assertThat(session.answer()).isEqualTo(Listen.changed());
        session.endInput();

        assertThat(session.remainingAnswers()).isEmpty();
    }
}
