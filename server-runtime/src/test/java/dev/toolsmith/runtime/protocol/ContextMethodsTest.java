package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.SampleContext;
import dev.toolsmith.runtime.protocol.Answer.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextMethodsTest {

    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String CACHING = ",\"ttlMs\":60000,\"cacheScope\":\"private\"";
    private static final String META_OF_ANSWERS =
            ",\"_meta\":{\"io.modelcontextprotocol/serverInfo\":{\"name\":\"test\",\"version\":\"1\"}}}}";

    private static final String PROMPTS = "\"prompts\":[{\"name\":\"greet\",\"title\":\"Greet \\\"somebody\\\"\","
            + "\"arguments\":[{\"name\":\"name\",\"description\":\"Who it is\",\"required\":true},"
            + "{\"name\":\"mood\",\"required\":false}]}]";

    private final EchoTools tools = new EchoTools();
    private final SampleContext context = new SampleContext(true);
    private final List<Throwable> faults = new ArrayList<>();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, context, faults::add);
    private final Peer peer = Peer.overPipe();

    private Answer ask(String method, String params, boolean modern, Peer of) {
        String meta = modern ? META + (params.isEmpty() ? "" : ",") : "";
        String message =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + meta + params + "}}";
        return kernel.answer(message.getBytes(StandardCharsets.UTF_8), of).join();
    }

    private String legacy(String method, String params) {
        return new String(ask(method, params, false, peer).body(), StandardCharsets.UTF_8);
    }

    private String modern(String method, String params) {
        return new String(ask(method, params, true, peer).body(), StandardCharsets.UTF_8);
    }

    private static String result(String members) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{" + members + "}}";
    }

    private static String modernResult(String members) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\"," + members + META_OF_ANSWERS;
    }

    private static String error(int code, String message) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}";
    }

    @Test
    void promptsAreListedInBothEras() {
        assertThat(legacy("prompts/list", "")).isEqualTo(result(PROMPTS));
        assertThat(modern("prompts/list", "")).isEqualTo(modernResult(PROMPTS + CACHING));
    }

    @Test
    void resourcesAndTemplatesAreListedInBothEras() {
        String resources = "\"resources\":[{\"uri\":\"note:a\",\"name\":\"a\",\"title\":\"Note"
                + " A\",\"description\":\"The first"
                + " note\",\"mimeType\":\"text/plain\"},{\"uri\":\"note:b\",\"name\":\"b\"}]";
        String templates = "\"resourceTemplates\":[{\"uriTemplate\":\"note:{name}\",\"name\":\"note\","
                + "\"mimeType\":\"text/plain\"}]";

        assertThat(legacy("resources/list", "\"cursor\":\"\"")).isEqualTo(result(resources));
        assertThat(modern("resources/list", "")).isEqualTo(modernResult(resources + CACHING));
        assertThat(legacy("resources/templates/list", "")).isEqualTo(result(templates));
        assertThat(modern("resources/templates/list", "")).isEqualTo(modernResult(templates + CACHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts/list", "resources/list", "resources/templates/list"})
    void noListHasASecondPage(String method) {
        assertThat(legacy(method, "\"cursor\":\"x\"")).isEqualTo(error(-32602, "Invalid cursor"));
    }

    @Test
    void aPromptIsFilledInOnOneLine() {
        String expected = "\"description\":\"A"
                + " greeting\",\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"Say hello to"
                + " Ånna\\n"
                + "now\"}},"
                + "{\"role\":\"assistant\",\"content\":{\"type\":\"image\",\"data\":\"AQID\",\"mimeType\":\"image/png\"}},"
                + "{\"role\":\"user\",\"content\":{\"type\":\"resource\",\"resource\":{\"uri\":\"note:a\","
                + "\"mimeType\":\"text/plain\",\"text\":\"A\"}}}]";
        String params = "\"name\":\"greet\",\"arguments\":{\"name\":\"\\u00c5nna\"}";

        assertThat(legacy("prompts/get", params)).isEqualTo(result(expected));
        assertThat(modern("prompts/get", params)).isEqualTo(modernResult(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "prompts/get | \"arguments\":{} | Invalid params: \\\"name\\\" must be a string",
                "prompts/get | \"name\":7 | Invalid params: \\\"name\\\" must be a string",
                "prompts/get | \"name\":\"greet\",\"arguments\":[] "
                        + "| Invalid params: \\\"arguments\\\" must be an object of at most 100 strings",
                "prompts/get | \"name\":\"greet\",\"arguments\":{\"name\":1} "
                        + "| Invalid params: \\\"arguments\\\" must be an object of at most 100 strings",
                "prompts/get | \"name\":\"other\" | There is no prompt \\\"other\\\".",
                "resources/read | \"name\":\"x\" | Invalid params: \\\"uri\\\" must be a string",
                "completion/complete | \"argument\":{\"name\":\"a\",\"value\":\"b\"} "
                        + "| Invalid params: \\\"ref\\\" must be a ref/prompt with a name or a ref/resource with a uri",
                "completion/complete | \"ref\":{\"type\":\"ref/tool\",\"name\":\"greet\"} "
                        + "| Invalid params: \\\"ref\\\" must be a ref/prompt with a name or a ref/resource with a uri",
                "completion/complete |"
                        + " \"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},\"argument\":{\"name\":\"a\"} | Invalid"
                        + " params: \\\"argument\\\" must be an object with the strings \\\"name\\\" and \\\"value\\\"",
                "completion/complete |"
                        + " \"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},\"argument\":{\"name\":\"a\",\"value\":\"\"},\"context\":{\"arguments\":{\"b\":2}}"
                        + " | Invalid params: \\\"context\\\" must be an object, and its \\\"arguments\\\" an object of"
                        + " at most 100 strings",
                "completion/complete | \"ref\":{\"type\":\"ref/prompt\",\"name\":\"none\"},"
                        + "\"argument\":{\"name\":\"a\",\"value\":\"\"} | There is no such reference.",
            })
    void whatCannotBeAnsweredIsInvalidInBothEras(String method, String params, String message) {
        assertThat(legacy(method, params)).isEqualTo(error(-32602, message));
        assertThat(modern(method, params)).isEqualTo(error(-32602, message));
        assertThat(ask(method, params, true, peer).standing()).isEqualTo(Standing.BAD_REQUEST);
    }

    @Test
    void aResourceIsReadAsTextOrBytes() {
        String text = "\"contents\":[{\"uri\":\"note:a\",\"mimeType\":\"text/plain\",\"text\":\"Grüße\"}]";

        assertThat(legacy("resources/read", "\"uri\":\"note:a\"")).isEqualTo(result(text));
        assertThat(modern("resources/read", "\"uri\":\"note:a\"")).isEqualTo(modernResult(text + CACHING));
        assertThat(legacy("resources/read", "\"uri\":\"note:b\""))
                .isEqualTo(result("\"contents\":[{\"uri\":\"note:b\",\"blob\":\"AQID\"}]"));
    }

    @Test
    void aResourceThatIsNotThereHasTheErasOwnCode() {
        String tail = ",\"message\":\"There is no resource note:c.\",\"data\":{\"uri\":\"note:c\"}}}";

        assertThat(legacy("resources/read", "\"uri\":\"note:c\""))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002" + tail);
        assertThat(modern("resources/read", "\"uri\":\"note:c\""))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602" + tail);
    }

    @Test
    void aResourceThatCannotBeReadNowIsNoUnknownOne() {
        String error = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,"
                + "\"message\":\"It cannot be read now. Try again.\"}}";

        assertThat(legacy("resources/read", "\"uri\":\"note:late\"")).isEqualTo(error);
        assertThat(modern("resources/read", "\"uri\":\"note:late\"")).isEqualTo(error);
        assertThat(faults).isEmpty();
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\":\"\"").collect(Collectors.joining(","));
    }

    /** A message of nearly the longest length must cost no more than reading it. */
    @ParameterizedTest
    @ValueSource(ints = {99, 100, 80_000})
    @Timeout(10)
    void thereAreAtMostAHundredArguments(int others) {
        String arguments = "\"arguments\":{\"name\":\"x\"," + members(others) + "}";
        String completing = "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},"
                + "\"argument\":{\"name\":\"name\",\"value\":\"\"},\"context\":{" + arguments + "}";
        String refused = "an object of at most 100 strings";

        String prompted = legacy("prompts/get", "\"name\":\"greet\"," + arguments);
        String completed = legacy("completion/complete", completing);
        if (others < 100) {
            assertThat(prompted).doesNotContain(refused);
            assertThat(completed).contains("\"completion\"");
        } else {
            assertThat(prompted).contains("-32602").contains(refused);
            assertThat(completed).contains("-32602").contains(refused);
        }
    }

    @Test
    void argumentsAreCompleted() {
        String params =
                "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},\"argument\":{\"name\":\"name\",\"value\":\"AN\"},"
                        + "\"context\":{\"arguments\":{\"mood\":\"angry\"}}";
        String expected = "\"completion\":{\"values\":[\"anna\",\"angry\",\"hannah\"],\"total\":3,\"hasMore\":false}";

        assertThat(legacy("completion/complete", params)).isEqualTo(result(expected));
        assertThat(modern("completion/complete", params)).isEqualTo(modernResult(expected));
        assertThat(legacy(
                        "completion/complete",
                        "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"note:{name}\"},"
                                + "\"argument\":{\"name\":\"name\",\"value\":\"\"}"))
                .contains("\"total\":4");
    }

    @Test
    void aFaultOfOursIsToldToTheOperatorAlone() {
        String answer = legacy("prompts/get", "\"name\":\"greet\",\"arguments\":{\"name\":\"a\",\"mood\":\"broken\"}");

        assertThat(answer).isEqualTo(error(-32603, "Internal error"));
        assertThat(faults).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void capabilitiesNameWhatThereIs() {
        String both = "\"capabilities\":{\"tools\":{\"listChanged\":false},\"prompts\":{\"listChanged\":true},"
                + "\"resources\":{\"listChanged\":true},\"completions\":{}}";

        assertThat(modern("server/discover", "")).contains(both);
        String initialize = "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}";
        Answer overPipe = ask("initialize", initialize, false, Peer.overPipe(message -> {}));
        assertThat(new String(overPipe.body(), StandardCharsets.UTF_8)).contains(both);
        assertThat(legacy("initialize", initialize))
                .contains("\"prompts\":{\"listChanged\":false},\"resources\":{\"listChanged\":false}");
    }

    @Test
    void withoutContextTheMethodsDoNotExist() {
        ProtocolKernel bare = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, faults::add);
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/list\"}";
        Answer answer =
                bare.answer(message.getBytes(StandardCharsets.UTF_8), peer).join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(error(-32601, "Method not found: prompts/list"));
    }

    @Test
    void theNameOfAPromptOrResourceIsRepeatedInAHeader() {
        assertThat(ask(
                                "prompts/get",
                                "\"name\":\"greet\",\"arguments\":{\"name\":\"a\"}",
                                true,
                                http("prompts/get", "greet"))
                        .standing())
                .isEqualTo(Standing.ANSWERED);
        assertThat(ask("resources/read", "\"uri\":\"note:a\"", true, http("resources/read", "=?base64?bm90ZTph?="))
                        .standing())
                .isEqualTo(Standing.ANSWERED);
        Answer other = ask("resources/read", "\"uri\":\"note:a\"", true, http("resources/read", "note:b"));
        assertThat(other.standing()).isEqualTo(Standing.BAD_REQUEST);
        assertThat(new String(other.body(), StandardCharsets.UTF_8)).contains("\"code\":-32020");
    }

    private static Peer http(String method, String name) {
        RequestHeaders headers = new RequestHeaders(Optional.of("2026-07-28"), Optional.of(method), Optional.of(name));
        return Peer.overHttp(headers, new CompletableFuture<>());
    }

    @Test
    void changesAreToldToThoseWhoListen() {
        List<String> sent = new ArrayList<>();
        Answer answer = ask(
                "subscriptions/listen",
                "\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":true,\"resourcesListChanged\":true,"
                        + "\"resourceSubscriptions\":[\"note:a\"]}",
                true,
                peer);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .endsWith("\"notifications\":{\"promptsListChanged\":true,\"resourcesListChanged\":true}}}");
        Subscription subscription = answer.subscription().orElseThrow();
        context.changes.changed();
        subscription.start(sink(sent));
        assertThat(sent).hasSize(2);
        context.changes.changed();

        assertThat(sent).hasSize(4).allMatch(each -> each.contains("\"io.modelcontextprotocol/subscriptionId\":1"));
        assertThat(sent.subList(2, 4))
                .anyMatch(each -> each.contains("notifications/prompts/list_changed"))
                .anyMatch(each -> each.contains("notifications/resources/list_changed"));
        subscription.end();
        context.changes.changed();
        assertThat(sent).hasSize(5);
    }

    private static Subscription.Sink sink(List<String> sent) {
        return new Subscription.Sink() {
            @Override
            public void send(byte[] message) {
                sent.add(new String(message, StandardCharsets.UTF_8));
            }

            @Override
            public void end(byte[] message) {
                send(message);
            }
        };
    }

    @Test
    void clientsOfOlderRevisionsAreToldOverAPipe() {
        List<String> told = new ArrayList<>();
        Peer pipe = Peer.overPipe(message -> told.add(new String(message, StandardCharsets.UTF_8)));
        byte[] initialized =
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}".getBytes(StandardCharsets.UTF_8);
        kernel.answer(initialized, pipe).join();
        kernel.answer(initialized, pipe).join();
        context.changes.changed();

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/prompts/list_changed\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/list_changed\"}");
        pipe.leave();
        context.changes.changed();
        assertThat(told).hasSize(2);
    }
}
