package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.Listen;
import dev.toolsmith.runtime.protocol.Answer.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private final EchoTools tools = new EchoTools().changing();
    private final ProtocolKernel kernel = kernel(tools);
    private final Peer peer = Peer.overPipe();
    private final Messages messages = new Messages();

    private static ProtocolKernel kernel(EchoTools tools) {
        return new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
    }

    private Answer ask(String message) {
        return kernel.answer(message.getBytes(StandardCharsets.UTF_8), peer).join();
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aSubscriptionIsAcknowledgedFirstAndThenToldOfEveryChange() {
        Answer answer = ask(Listen.toTools("7"));

        assertThat(answer.standing()).isEqualTo(Standing.LISTENING);
        assertThat(body(answer)).isEqualTo(Listen.acknowledged("7"));
        answer.subscription().orElseThrow().start(messages);
        assertThat(messages.sent).isEmpty();
        tools.changes.changed();
        tools.changes.changed();
        assertThat(messages.sent).containsExactly(Listen.changed("7"), Listen.changed("7"));
    }

    @Test
    void theIdIsEchoedAsItWasSent() {
        assertThat(body(ask(Listen.toTools("\"a\\u0062\"")))).isEqualTo(Listen.acknowledged("\"a\\u0062\""));
    }

    @Test
    void whatChangesBetweenTheRequestAndTheStartIsToldOnce() {
        Subscription subscription = ask(Listen.toTools("1")).subscription().orElseThrow();
        tools.changes.changed();
        tools.changes.changed();
        subscription.start(messages);

        assertThat(messages.sent).containsExactly(Listen.changed("1"));
    }

    @Test
    void endedByTheServerItSaysSoAndNothingAfterIt() {
        Subscription subscription = ask(Listen.toTools("1")).subscription().orElseThrow();
        subscription.start(messages);
        subscription.end();
        subscription.end();
        tools.changes.changed();

        assertThat(messages.sent).isEmpty();
        assertThat(messages.last).containsExactly(Listen.ended("1"));
        assertThat(subscription.over().toCompletableFuture()).isDone();
    }

    @Test
    void endedBeforeItsStartItSaysSoAtOnce() {
        Subscription subscription = ask(Listen.toTools("1")).subscription().orElseThrow();
        tools.changes.changed();
        subscription.end();
        subscription.start(messages);

        assertThat(messages.sent).isEmpty();
        assertThat(messages.last).containsExactly(Listen.ended("1"));
    }

    @Test
    void cancelledByItsIdItSaysNothingMore() {
        Subscription subscription = ask(Listen.toTools("1")).subscription().orElseThrow();
        subscription.start(messages);
        ask("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":2}}");
        tools.changes.changed();
        assertThat(messages.sent).hasSize(1);
        ask("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        tools.changes.changed();
        subscription.end();

        assertThat(messages.sent).hasSize(1);
        assertThat(messages.last).isEmpty();
        assertThat(peer.subscriptions()).isZero();
    }

    @Test
    void aClientThatLeavesIsToldNothingMore() {
        Subscription subscription = ask(Listen.toTools("1")).subscription().orElseThrow();
        subscription.start(messages);
        peer.leave();
        tools.changes.changed();

        assertThat(messages.sent).isEmpty();
        assertThat(subscription.over().toCompletableFuture()).isDone();
    }

    @Test
    void severalSubscriptionsAreToldEachByItsId() {
        ask(Listen.toTools("1")).subscription().orElseThrow().start(messages);
        ask(Listen.toTools("2")).subscription().orElseThrow().start(messages);
        tools.changes.changed();

        assertThat(messages.sent).containsExactlyInAnyOrder(Listen.changed("1"), Listen.changed("2"));
        assertThat(peer.endSubscriptions()).isTrue();
        assertThat(messages.last).containsExactlyInAnyOrder(Listen.ended("1"), Listen.ended("2"));
        assertThat(peer.endSubscriptions()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"toolsListChanged\":false}",
                "{\"promptsListChanged\":true,\"resourcesListChanged\":true,\"resourceSubscriptions\":[\"file:///a\"]}"
            })
    void whatThisServerDoesNotTellOfIsNotAcknowledgedAndEndsAtOnce(String filter) {
        Answer answer = ask(Listen.to("1", filter));

        assertThat(body(answer)).isEqualTo(Listen.acknowledged("1", "{}"));
        answer.subscription().orElseThrow().start(messages);
        tools.changes.changed();
        assertThat(messages.sent).isEmpty();
        assertThat(messages.last).containsExactly(Listen.ended("1"));
        assertThat(peer.subscriptions()).isZero();
    }

    @Test
    void ofAMixedFilterThePartThatIsHonouredIsAcknowledged() {
        assertThat(body(ask(Listen.to("1", "{\"promptsListChanged\":true,\"toolsListChanged\":true}"))))
                .isEqualTo(Listen.acknowledged("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[]", "\"toolsListChanged\"", "{\"toolsListChanged\":\"yes\"}"})
    void aFilterThatIsNoneIsRefused(String filter) {
        Answer answer = ask(Listen.to("1", filter));

        assertThat(answer.standing()).isEqualTo(Standing.BAD_REQUEST);
        assertThat(body(answer)).contains("\"code\":-32602", "Invalid params: \\\"");
    }

    @Test
    void inABatchNoSubscriptionIsOpened() {
        Answer answer = ask("[" + Listen.toTools("1") + "]");

        assertThat(body(answer)).contains("\"code\":-32000", "A subscription cannot be opened in a batch.");
        assertThat(peer.subscriptions()).isZero();
    }

    @Test
    void aServerWhoseListNeverChangesHasNoSubscriptions() {
        ProtocolKernel fixed = kernel(new EchoTools());
        Answer answer = fixed.answer(Listen.toTools("1").getBytes(StandardCharsets.UTF_8), peer)
                .join();

        assertThat(answer.standing()).isEqualTo(Standing.NOT_FOUND);
    }

    @Test
    void theCapabilitiesSayWhetherTheListMayChange() {
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}}}";
        String discover = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

        Peer told = Peer.overPipe(message -> {});
        for (String question : List.of(initialize, discover)) {
            byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
            assertThat(body(kernel.answer(bytes, told).join()))
                    .contains("\"capabilities\":{\"tools\":{\"listChanged\":true}}");
            assertThat(body(kernel(new EchoTools()).answer(bytes, told).join()))
                    .contains("\"capabilities\":{\"tools\":{\"listChanged\":false}}");
        }
    }

    @Test
    void anOlderClientOverHttpIsNotPromisedWhatCannotReachIt() {
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}}}";
        RequestHeaders none = new RequestHeaders(Optional.empty(), Optional.empty(), Optional.empty());
        Peer http = Peer.overHttp(none, new CompletableFuture<>());

        assertThat(body(kernel.answer(initialize.getBytes(StandardCharsets.UTF_8), http)
                        .join()))
                .contains("\"capabilities\":{\"tools\":{\"listChanged\":false}}");
    }

    @Test
    void aClientOfAnOlderRevisionIsToldOnceItIsInitialized() {
        List<String> told = new ArrayList<>();
        Peer legacy = Peer.overPipe(message -> told.add(new String(message, StandardCharsets.UTF_8)));
        tools.changes.changed();
        byte[] initialized =
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}".getBytes(StandardCharsets.UTF_8);
        kernel.answer(initialized, legacy).join();
        kernel.answer(initialized, legacy).join();
        tools.changes.changed();
        assertThat(told).containsExactly(Listen.changed());
        legacy.leave();
        tools.changes.changed();

        assertThat(told).hasSize(1);
    }

    @Test
    void anHttpClientThatHasGoneEndsItsSubscription() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        Peer http = Peer.overHttp(
                new RequestHeaders(Optional.of("2026-07-28"), Optional.of("subscriptions/listen"), Optional.empty()),
                gone);
        Subscription subscription = kernel.answer(Listen.toTools("1").getBytes(StandardCharsets.UTF_8), http)
                .join()
                .subscription()
                .orElseThrow();
        subscription.start(messages);
        gone.complete(null);
        tools.changes.changed();

        assertThat(messages.sent).isEmpty();
        assertThat(subscription.over().toCompletableFuture()).isDone();
    }

    private static final class Messages implements Subscription.Sink {

        private final List<String> sent = new ArrayList<>();
        private final List<String> last = new ArrayList<>();

        @Override
        public void send(byte[] message) {
            sent.add(new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void end(byte[] message) {
            last.add(new String(message, StandardCharsets.UTF_8));
        }
    }
}
