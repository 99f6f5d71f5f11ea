package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.RequestHeaders;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ConfirmationTest {

    private static final Pattern STATE = Pattern.compile("\"requestState\":\"([^\"]*)\"");
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\",\"maxLength\":300},"
                    + "\"more\":{\"type\":\"object\"}},\"additionalProperties\":false}";

    private final StubApi api = new StubApi();
    private final List<UpstreamCaller> callers = new ArrayList<>();
    private final FixtureBundle bundle = new FixtureBundle("shop")
            .with("shop_get", "get", "things", "", SCHEMA, args -> ApiRequest.get("/things"))
            .with("shop_add", "create", "things", "", SCHEMA, args -> ApiRequest.post("/things"))
            .with("shop_delete", "delete", "things", "", SCHEMA, args -> ApiRequest.delete("/things"))
            .with("shop_odd", "search", "things", "", SCHEMA, args -> ApiRequest.post("/odd"))
            .listed("shop_get", "\"annotations\":{\"readOnlyHint\":true}")
            .listed("shop_add", "\"title\":\"Add a thing\",\"annotations\":{\"destructiveHint\":false}")
            .listed("shop_delete", "\"title\":\"Delete a thing\",\"annotations\":{\"destructiveHint\":true}");

    @AfterEach
    void stop() {
        callers.forEach(UpstreamCaller::close);
        api.close();
    }

    private ProtocolKernel kernel(Confirmation confirmation) {
        BundleTools tools = BundleTools.of(List.of(bundle), ToolSelection.everything());
        ApiEndpoint endpoint = new ApiEndpoint(api.url().resolve("/"), () -> Optional.of(Secret.of(Shop.KEY)));
        UpstreamCaller caller = UpstreamCaller.of(
                tools, UpstreamSettings.of("shop", endpoint, "shop/1").withSteps(List.of(confirmation.step())));
        callers.add(caller);
        return new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, caller, fault -> {});
    }

    private static String call(ProtocolKernel kernel, String tool, String arguments, String more, String capabilities) {
        return answer(kernel, Modern.call("1", tool, arguments, more, capabilities, ""), Peer.overPipe());
    }

    private static String answer(ProtocolKernel kernel, String message, Peer peer) {
        return new String(
                kernel.answer(message.getBytes(StandardCharsets.UTF_8), peer)
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join()
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static String responding(String asked, String response) {
        Matcher state = STATE.matcher(asked);
        assertThat(state.find()).isTrue();
        return ",\"inputResponses\":{\"confirm\":" + response + "},\"requestState\":\"" + state.group(1) + "\"";
    }

    @Test
    void aDestructiveCallIsSentOnceItIsConfirmed() {
        ProtocolKernel kernel = kernel(Confirmation.DESTRUCTIVE);
        String arguments = "{\"id\":\"a\\nb\",\"more\":{\"x\":[1,2]}}";
        String asked = call(kernel, "shop_delete", arguments, "", Modern.FORMS);

        assertThat(asked)
                .contains("\"resultType\":\"input_required\"")
                .contains(
                        "\"message\":\"Shop: Delete a thing (shop_delete)?\\nid: \\\"a\\\\nb\\\"\\nmore.x[0]: 1\\nmore.x[1]: 2\"")
                .contains("\"requestedSchema\":{\"type\":\"object\",\"properties\":{}}");
        assertThat(api.journal()).isEmpty();
        assertThat(call(kernel, "shop_delete", arguments, responding(asked, "{\"action\":\"accept\"}"), Modern.FORMS))
                .contains("\"resultType\":\"complete\"")
                .contains("\"isError\":false");
        assertThat(api.only().line()).isEqualTo("DELETE /things HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel"})
    void aCallThatIsNotConfirmedIsNotSent(String action) {
        ProtocolKernel kernel = kernel(Confirmation.DESTRUCTIVE);
        String asked = call(kernel, "shop_delete", "{}", "", Modern.FORMS);

        assertThat(call(
                        kernel,
                        "shop_delete",
                        "{}",
                        responding(asked, "{\"action\":\"" + action + "\"}"),
                        Modern.FORMS))
                .contains("The user did not confirm this call. Nothing was sent.")
                .contains("\"isError\":true")
                .contains("\"not_confirmed\"");
        assertThat(api.journal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"action\":\"\"}", "{\"action\":\"ACCEPT\"}", "{\"content\":{\"action\":\"accept\"}}"})
    void aResponseThatSaysNeitherYesNorNoIsNoAnswer(String response) {
        ProtocolKernel kernel = kernel(Confirmation.DESTRUCTIVE);
        String asked = call(kernel, "shop_delete", "{}", "", Modern.FORMS);

        assertThat(call(kernel, "shop_delete", "{}", responding(asked, response), Modern.FORMS))
                .contains("Nothing was sent. The client's response to the question has ")
                .contains("\"isError\":true")
                .contains("\"not_answered\"")
                .doesNotContain("did not confirm");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void aConfirmationOfNothingThatWasAskedIsNone() {
        ProtocolKernel kernel = kernel(Confirmation.DESTRUCTIVE);
        String accepted = ",\"inputResponses\":{\"confirm\":{\"action\":\"accept\"}}";

        assertThat(call(kernel, "shop_delete", "{}", accepted, Modern.FORMS)).contains("\"input_required\"");
        String asked = call(kernel, "shop_delete", "{\"id\":\"a\"}", "", Modern.FORMS);
        assertThat(call(
                        kernel,
                        "shop_delete",
                        "{\"id\":\"b\"}",
                        responding(asked, "{\"action\":\"accept\"}"),
                        Modern.FORMS))
                .contains("\"code\":-32602");
        assertThat(api.journal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"elicitation\":{\"url\":{}}}", "{\"sampling\":{}}"})
    void whoeverHasNotDeclaredFormsIsToldToDeclareThem(String capabilities) {
        assertThat(call(kernel(Confirmation.DESTRUCTIVE), "shop_delete", "{}", "", capabilities))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32021,\"message\":"
                        + "\"This server asks the user before \\\"shop_delete\\\" is carried out, and this client has not"
                        + " declared elicitation by forms for the request. Nothing was sent.\","
                        + "\"data\":{\"requiredCapabilities\":{\"elicitation\":{\"form\":{}}}}}}");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void anOlderClientThatHasNotDeclaredFormsIsToldInTheResult() {
        assertThat(older(Peer.overPipe(message -> {})))
                .contains("\"cannot_confirm\"")
                .contains(
                        "Nothing was sent. This client does not let its user be asked (it has not declared elicitation by"
                                + " forms).")
                .contains("\"isError\":true");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void anOlderClientOverHttpIsToldThatItIsItsRevisionThatCannotBeAsked() {
        RequestHeaders headers = new RequestHeaders(Optional.of("2025-11-25"), Optional.empty(), Optional.empty());
        assertThat(older(Peer.overHttp(headers, new CompletableFuture<>())))
                .contains("\"cannot_confirm\"")
                .contains("Over HTTP this server can ask clients of revision 2026-07-28 only, and this client speaks an"
                        + " older one. Use a client of that revision, or this server over stdio")
                .doesNotContain("declared")
                .contains("\"isError\":true");
        assertThat(api.journal()).isEmpty();
    }

    private String older(Peer peer) {
        String message =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"shop_delete\"}}";
        return answer(kernel(Confirmation.DESTRUCTIVE), message, peer);
    }

    @Test
    void aQuestionThatTheClientAnswersWithAnErrorIsNoWordOfTheUser() {
        ProtocolKernel kernel = kernel(Confirmation.DESTRUCTIVE);
        AtomicReference<Peer> reached = new AtomicReference<>();
        Peer peer = Peer.overPipe(message -> respond(kernel, reached.get(), message));
        reached.set(peer);
        answer(
                kernel,
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}",
                peer);
        String message =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"shop_delete\"}}";

        assertThat(answer(kernel, message, peer))
                .contains("\"not_answered\"")
                .contains("Nothing was sent. The client answered the question with an error: \\\"no window\\\".")
                .doesNotContain("did not confirm");
        assertThat(api.journal()).isEmpty();
    }

    private static void respond(ProtocolKernel kernel, Peer peer, byte[] asked) {
        assertThat(new String(asked, StandardCharsets.UTF_8)).contains("elicitation/create");
        String error = "{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"error\":{\"code\":-32603,\"message\":\"no\\nwindow\"}}";
        assertThat(kernel.answer(error.getBytes(StandardCharsets.UTF_8), peer)
                        .join()
                        .standing())
                .isEqualTo(Answer.Standing.NOTHING);
    }

    @Test
    void whatDoesNotFitIsToldBeforeAnybodyIsAsked() {
        assertThat(call(kernel(Confirmation.WRITES), "shop_delete", "{\"x\":1}", "", Modern.FORMS))
                .contains("\"invalid_arguments\"");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void eachPolicyAsksForItsOwnCalls() {
        assertThat(asked(Confirmation.NEVER)).isEmpty();
        assertThat(asked(Confirmation.DESTRUCTIVE)).containsExactly("shop_delete", "shop_odd");
        assertThat(asked(Confirmation.WRITES)).containsExactly("shop_add", "shop_delete", "shop_odd");
    }

    private List<String> asked(Confirmation confirmation) {
        ProtocolKernel kernel = kernel(confirmation);
        List<String> asked = new ArrayList<>();
        for (String tool : List.of("shop_add", "shop_delete", "shop_get", "shop_odd")) {
            if (call(kernel, tool, "{}", "", Modern.FORMS).contains("input_required")) {
                asked.add(tool);
            }
        }
        return asked;
    }

    /** What the user is asked about a call. */
    private String message(String arguments) {
        String asked = call(kernel(Confirmation.WRITES), "shop_add", arguments, "", Modern.FORMS);
        return JsonTree.read(asked.getBytes(StandardCharsets.UTF_8))
                .at("/result/inputRequests/confirm/params/message")
                .asString();
    }

    @Test
    void aLongValueHidesNoOther() {
        String message =
                message("{\"more\":{\"values\":{\"description\":\"" + "x".repeat(9_000) + "\",\"name\":\"EVIL\"}}}");

        assertThat(message.lines())
                .startsWith(
                        "Shop: Add a thing (shop_add)?",
                        "This is not all that would be sent: 1 value is cut.",
                        "more.values.description: \"" + "x".repeat(1_000) + "\"… (8000 more characters)",
                        "more.values.name: \"EVIL\"");
    }

    @Test
    void manyLongValuesAreCutShorterSoThatAllAreSeen() {
        String message = message("{\"more\":{"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "\"a" + i + "\":\"" + "x".repeat(400) + "\",")
                        .collect(Collectors.joining())
                + "\"name\":\"EVIL\"}}");

        assertThat(message).hasSizeLessThan(4_200).endsWith("\nmore.name: \"EVIL\"");
        assertThat(message.lines().skip(1)).first().isEqualTo("This is not all that would be sent: 30 values are cut.");
    }

    @Test
    void moreValuesThanCanBeShownAreCountedFirst() {
        String list = IntStream.range(0, 5_000).mapToObj(i -> "\"v\"").collect(Collectors.joining(","));
        String message = message("{\"more\":{\"list\":[" + list + "],\"name\":\"EVIL\"}}");

        int shown = (int) message.lines().skip(2).count();
        assertThat(shown).isBetween(100, 400);
        assertThat(message).hasSizeLessThan(4_200);
        assertThat(message.lines().skip(1))
                .first()
                .isEqualTo("This is not all that would be sent: " + (5_001 - shown) + " values are not shown.");
    }

    @Test
    void nothingInNamesOrValuesIsInvisibleOrLooksLikeAnotherLine() {
        assertThat(message(
                        "{\"more\":{\"a\\nb: 1\":\"\\u202egnp\\u200b\\r\\u2028\\u3164\\udb40\\udc41\\\"\",\"c.d\":null,"
                                + "\"e\":{},\"f\":[]}}"))
                .endsWith("\nmore.\"a\\nb: 1\": \"\\u202egnp\\u200b\\u000d\\u2028\\u3164\\udb40\\udc41\\\"\""
                        + "\nmore.\"c.d\": null\nmore.e: {}\nmore.f: []");
        assertThat(message("{}")).isEqualTo("Shop: Add a thing (shop_add)?");
    }

    @Test
    void policiesAreSaidByName() {
        assertThat(Confirmation.of("destructive")).isEqualTo(Confirmation.DESTRUCTIVE);
        assertThat(Confirmation.WRITES.label()).isEqualTo("writes");
        assertThatThrownBy(() -> Confirmation.of("always"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It is never, destructive or writes, not \"always\".");
    }
}
