package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.AskingTools;
import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiRoundTest {

    private static final Pattern STATE = Pattern.compile("\"requestState\":\"([^\"]*)\"");
    private static final String ACCEPTED =
            ",\"inputResponses\":{\"confirm\":{\"action\":\"accept\",\"content\":{\"ok\":true}}}";
    private static final Instant NOW = Instant.parse("2026-08-01T10:00:00Z");

    private final AskingTools tools = new AskingTools();
    private final List<Throwable> faults = new ArrayList<>();
    private final WordKey key = WordKey.random();
    private final UsedStates used = UsedStates.ofThisProcess();
    private final ProtocolKernel kernel = kernel("one", NOW);

    private ProtocolKernel kernel(String caller, Instant now) {
        return new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, faults::add)
                .signing(key, used, new StateOwner.Fixed(caller), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Answer answer(ProtocolKernel kernel, String message) {
        return kernel.answer(message.getBytes(StandardCharsets.UTF_8), Peer.overPipe())
                .join();
    }

    private static String body(ProtocolKernel kernel, String message) {
        return new String(answer(kernel, message).body(), StandardCharsets.UTF_8);
    }

    private static String confirm(String arguments, String more) {
        return Modern.call("2", "confirm", arguments, more, Modern.FORMS, "");
    }

    private String state(String arguments) {
        Matcher found = STATE.matcher(body(kernel, confirm(arguments, "")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String with(String state) {
        return ACCEPTED + ",\"requestState\":\"" + state + "\"";
    }

    @Test
    void aCallThatAsksIsAnsweredWithItsQuestion() {
        Answer answer = answer(kernel, confirm("{}", ""));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.ANSWERED);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"resultType\":\"input_required\",\"inputRequests\":"
                                + "{\"confirm\":{\"method\":\"elicitation/create\",\"params\":{\"mode\":\"form\","
                                + "\"message\":\"Really \\\"all\\\"?\",\"requestedSchema\":"
                                + "{\"type\":\"object\",\"properties\":{\"ok\":{\"type\":\"boolean\"}}}}}},\"requestState\":\"")
                .endsWith("\"" + Modern.META);
        assertThat(faults).isEmpty();
    }

    @Test
    void theSameCallWithTheResponseIsCarriedOut() {
        String state = state("{\"a\":1,\"b\":[2]}");

        assertThat(body(kernel, confirm("{ \"b\" : [2], \"a\" : 1 }", with(state))))
                .contains("\"resultType\":\"complete\"")
                .contains("{\\\"action\\\":\\\"accept\\\",\\\"content\\\":{\\\"ok\\\":true},\\\"state\\\":\\\"\\\"}");
    }

    @Test
    void severalQuestionsKeepTheirOrderAndTheCallItsState() {
        String both = "{\"elicitation\":{\"form\":{}},\"roots\":{}}";
        String asked = body(kernel, Modern.call("1", "two", "{}", "", both, ""));
        assertThat(asked.indexOf("\"second\""))
                .isPositive()
                .isLessThan(asked.indexOf("\"first\":{\"method\":\"roots/list\""));
        Matcher state = STATE.matcher(asked);
        assertThat(state.find()).isTrue();

        String responses = ",\"inputResponses\":{\"first\":{\"roots\":[]},\"second\":{\"action\":\"decline\"},\"x\":{}}"
                + ",\"requestState\":\"" + state.group(1) + "\"";
        assertThat(body(kernel, Modern.call("2", "two", "{}", responses, both, "")))
                .contains("{\\\"action\\\":\\\"decline\\\",\\\"content\\\":{},\\\"state\\\":\\\"déjà vu\\\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "-TAMPERED", "=", " "})
    void aStateThatWasChangedIsRefused(String appended) {
        Answer answer = answer(kernel, confirm("{}", with(state("{}").concat(appended))));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"code\":-32602")
                .contains("is not what this server gave for this request");
    }

    @Test
    void everyByteOfAStateIsSealed() {
        String state = state("{}");
        for (int i = 0; i < state.length() - 1; i++) {
            char other = state.charAt(i) == 'A' ? 'B' : 'A';
            String changed = state.substring(0, i) + other + state.substring(i + 1);
            assertThat(body(kernel, confirm("{}", with(changed)))).contains("\"code\":-32602");
        }
    }

    @Test
    void aStateFitsItsOwnArgumentsToolAndCallerOnly() {
        String state = with(state("{\"a\":1}"));

        assertThat(body(kernel, confirm("{\"a\":2}", state))).contains("\"code\":-32602");
        assertThat(body(kernel, confirm("{\"a\":1.0}", state))).contains("\"code\":-32602");
        assertThat(body(kernel, Modern.call("1", "two", "{\"a\":1}", state, Modern.FORMS, "")))
                .contains("\"code\":-32602");
        assertThat(body(kernel("other", NOW), confirm("{\"a\":1}", state))).contains("\"code\":-32602");
        assertThat(body(kernel("one", NOW), confirm("{\"a\":1}", state))).contains("\"complete\"");
    }

    @Test
    void whatWasAgreedToIsDoneOnce() {
        String state = with(state("{}"));
        String other = with(state("{}"));

        assertThat(body(kernel, confirm("{}", state))).contains("\"complete\"");
        assertThat(body(kernel("one", NOW), confirm("{}", state)))
                .contains("\"code\":-32602")
                .contains(
                        "was used before: what a user agrees to is good for one time, whatever came of it. Nothing was"
                                + " sent now. Send the request without it to begin anew");
        assertThat(body(kernel, confirm("{}", other))).contains("\"complete\"");
    }

    @Test
    void anAgreementThatNothingWasDoneByIsGoodLater() {
        String state = with(state("{}"));
        AtomicBoolean open = new AtomicBoolean();
        ToolCaller closing = call -> open.get()
                ? tools.call(call)
                : CompletableFuture.completedFuture(ToolResult.of("{}".getBytes(StandardCharsets.UTF_8)));
        ProtocolKernel paused = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, closing, faults::add)
                .signing(key, used, new StateOwner.Fixed("one"), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(body(paused, confirm("{}", state))).contains("\"complete\"").doesNotContain("accept");
        open.set(true);
        assertThat(body(paused, confirm("{}", state))).contains("{\\\"action\\\":\\\"accept\\\"");
        assertThat(body(paused, confirm("{}", state))).contains("was used before");
    }

    @Test
    void ofRequestsThatComeTogetherWithOneAgreementOneGoesOn() throws Exception {
        int requests = 8;
        String call = confirm("{}", with(state("{}")));
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        try {
            CyclicBarrier together = new CyclicBarrier(requests);
            List<Future<String>> answers = threads.invokeAll(Collections.nCopies(requests, () -> {
                together.await(60, TimeUnit.SECONDS);
                return body(kernel, call);
            }));
            int done = 0;
            for (Future<String> answer : answers) {
                String text = answer.get(60, TimeUnit.SECONDS);
                done += text.contains("\"complete\"") ? 1 : 0;
                assertThat(text).containsAnyOf("\"complete\"", "was used before");
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"action\":\"\"}", "{\"action\":\"ACCEPT\"}", "{\"action\":1}"})
    void aResponseWithoutAnActionIsNoAnswerAndUsesNothingUp(String response) {
        String state = with(state("{}"));
        String none = ",\"inputResponses\":{\"confirm\":" + response + "}" + state.substring(ACCEPTED.length());

        assertThat(body(kernel, confirm("{}", none)))
                .contains("\"code\":-32603")
                .contains(
                        "it must be \\\"accept\\\", \\\"decline\\\" or \\\"cancel\\\", so what the user said is not known.");
        assertThat(body(kernel, confirm("{}", state))).contains("\"complete\"");
        assertThat(faults).isEmpty();
    }

    @Test
    void aStateOfACallIsNoneOfAPromptWithTheSameNameAndArguments() {
        String prompt = confirm("{}", with(state("{}"))).replace("tools/call", "prompts/get");

        assertThat(body(kernel, prompt)).contains("is not what this server gave for this request");
    }

    @Test
    void anAgreementBesideOtherResponsesCountsToo() {
        String both = "{\"elicitation\":{\"form\":{}},\"roots\":{}}";
        Matcher state = STATE.matcher(body(kernel, Modern.call("1", "two", "{}", "", both, "")));
        assertThat(state.find()).isTrue();
        String agreed = ",\"inputResponses\":{\"first\":{\"roots\":[]},\"second\":{\"action\":\"accept\"}}"
                + ",\"requestState\":\"" + state.group(1) + "\"";

        assertThat(body(kernel, Modern.call("2", "two", "{}", agreed, both, "")))
                .contains("\"complete\"");
        assertThat(body(kernel, Modern.call("3", "two", "{}", agreed, both, "")))
                .contains("was used before");
    }

    @Test
    void whatWasDeclinedIsDeclinedAgainWhenItIsSentAgain() {
        String declined = with(state("{}")).replace("accept", "decline");

        assertThat(body(kernel, confirm("{}", declined))).contains("{\\\"action\\\":\\\"decline\\\"");
        assertThat(body(kernel, confirm("{}", declined))).contains("{\\\"action\\\":\\\"decline\\\"");
    }

    @Test
    void usedStatesAreDroppedWhenTheyExpireAndNoneIsUsedBeyondTheMost() {
        UsedStates two = new RememberedStates(2);
        Instant later = NOW.plusMillis(1);

        assertThat(two.use(new byte[] {1}, NOW, NOW)).isCompletedWithValue(true);
        assertThat(two.use(new byte[] {2}, later, NOW)).isCompletedWithValue(true);
        assertThat(two.use(new byte[] {3}, later, NOW)).isCompletedWithValue(false);
        assertThat(two.use(new byte[] {3}, later, later)).isCompletedWithValue(true);
        assertThat(two.use(new byte[] {2}, later, later)).isCompletedWithValue(false);
    }

    @Test
    void aStateLastsTenMinutes() {
        String state = with(state("{}"));

        assertThat(body(kernel("one", NOW.plus(Duration.ofMinutes(10))), confirm("{}", state)))
                .contains("\"complete\"");
        assertThat(body(kernel("one", NOW.plus(Duration.ofMinutes(10)).plusMillis(1)), confirm("{}", state)))
                .contains("\"code\":-32602")
                .contains("has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"confirm\":12345}", "{\"wrong\":{\"action\":\"accept\"}}"})
    void whatDoesNotAnswerTheQuestionIsAskedForAgain(String responses) {
        String more = responses.isEmpty() ? "" : ",\"inputResponses\":" + responses;
        assertThat(body(kernel, confirm("{}", more))).contains("\"input_required\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"inputResponses\":null", ",\"inputResponses\":[]", ",\"requestState\":{}"})
    void whatIsNoResponseAtAllIsAnError(String more) {
        Answer answer = answer(kernel, confirm("{}", more));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"code\":-32602");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"elicitation\":{\"url\":{}}}", "{\"sampling\":{}}", "{\"elicitation\":true}"})
    void aClientIsNeverAskedWhatItHasNotDeclared(String capabilities) {
        Answer answer = answer(kernel, Modern.call("1", "confirm", "{}", "", capabilities, ""));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32021,\"message\":"
                        + "\"The client does not offer what the request needs: elicitation\","
                        + "\"data\":{\"requiredCapabilities\":{\"elicitation\":{\"form\":{}}}}}}");
        assertThat(faults).isEmpty();
    }

    @Test
    void oneOfSeveralQuestionsThatTheClientHasNotDeclaredIsNamed() {
        assertThat(body(kernel, Modern.call("1", "two", "{}", "", Modern.FORMS, "")))
                .contains("\"requiredCapabilities\":{\"roots\":{}}");
    }

    @Test
    void whatIsNoFormIsAskedWhereItIsDeclared() {
        assertThat(body(kernel, Modern.call("1", "sample", "{}", "", "{\"sampling\":{}}", "")))
                .contains("{\"text\":{\"method\":\"sampling/createMessage\",\"params\":{\"maxTokens\":5}}}");
    }

    @Test
    void aQuestionThatNobodyAnswersInTimeIsTakenBack() {
        List<String> told = new CopyOnWriteArrayList<>();
        Peer peer =
                Peer.overPipe(message -> told.add(new String(message, StandardCharsets.UTF_8)), Duration.ofMillis(20));
        String initialize =
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{\"elicitation\":{}}}}";
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"confirm\"}}";
        kernel.answer(initialize.getBytes(StandardCharsets.UTF_8), peer).join();
        Answer answer = kernel.answer(call.getBytes(StandardCharsets.UTF_8), peer)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"code\":-32603")
                .contains("The user did not answer within 0 s; the question was taken back.");
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("\"id\":\"ask-1\",\"method\":\"elicitation/create\"");
        assertThat(told.get(1))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                        + "{\"requestId\":\"ask-1\"}}");
        assertThat(faults).isEmpty();
    }

    @Test
    void anOlderClientThatCannotBeReachedIsToldWhatIsMissing() {
        RequestHeaders headers = new RequestHeaders(Optional.of("2025-11-25"), Optional.empty(), Optional.empty());
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"confirm\"}}";
        Answer answer = kernel.answer(
                        call.getBytes(StandardCharsets.UTF_8), Peer.overHttp(headers, new CompletableFuture<>()))
                .join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"code\":-32600")
                .contains("Over HTTP this server can ask clients of revision 2026-07-28 only");
        assertThat(faults).isEmpty();
    }

    @Test
    void finishedContentTakesThePlaceOfTheText() {
        assertThat(body(kernel, Modern.call("1", "picture", "{}", "", "{}", "")))
                .contains(
                        "\"content\":[{\"type\":\"image\", \"data\":\"AA==\",\"mimeType\":\"image/png\"}],\"isError\":false");
    }

    @Test
    void aCallKnowsTheTraceThatItBelongsTo() {
        String trace = ",\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"";
        assertThat(body(kernel, Modern.call("1", "trace", "{}", "", "{}", trace)))
                .contains("4bf92f3577b34da6a3ce929d0e0e4736")
                .contains("00f067aa0ba902b7");
        assertThat(body(kernel, Modern.call("1", "trace", "{}", "", "{}", ",\"traceparent\":\"00-\\\"\"")))
                .contains("{\\\"trace\\\":\\\"\\\",\\\"parent\\\":\\\"\\\"}");
    }
}
