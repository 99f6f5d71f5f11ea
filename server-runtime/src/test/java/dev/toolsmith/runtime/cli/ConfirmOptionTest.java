package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.fixture.ServerProcess;
import dev.toolsmith.runtime.fixture.ShopServer;
import dev.toolsmith.runtime.fixture.StubApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class ConfirmOptionTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{}},"
            + "\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}";
    private static final String DELETE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"shop_delete\",\"arguments\":{\"id\":\"a\"}}}";

    private static final Pattern QUESTION = Pattern.compile("\"inputRequests\":\\{\"([^\"]*)\"");
    private static final Pattern STATE = Pattern.compile("\"requestState\":\"([^\"]*)\"");

    private final StubApi api = new StubApi();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("SHOP_API_KEY", "k", "SHOP_BASE_URL", api.url().toString()));

    @AfterEach
    void stop() {
        api.close();
    }

    private ServerProcess server(String... args) {
        return ServerProcess.start(ShopServer.class, List.of(), environment, args);
    }

    @Test
    void aServerOverStdioAsksItsClientsUser() throws Exception {
        try (ServerProcess server = server("stdio", "--confirm", "destructive")) {
            assertThat(server.answer(INITIALIZE)).contains("\"id\":0");
            assertThat(server.answer(DELETE))
                    .contains("\"id\":\"ask-1\",\"method\":\"elicitation/create\"")
                    .contains("\"message\":\"Shop: Delete a thing (shop_delete)?\\nid: \\\"a\\\"\"");
            assertThat(api.journal()).isEmpty();
            assertThat(server.answer("{\"jsonrpc\":\"2.0\",\"id\":\"ask-1\",\"result\":{\"action\":\"decline\"}}"))
                    .contains("\"id\":1")
                    .contains("The user did not confirm this call.");
            assertThat(api.journal()).isEmpty();
            assertThat(server.answer(DELETE)).contains("\"id\":\"ask-2\"");
            assertThat(server.answer("{\"jsonrpc\":\"2.0\",\"id\":\"ask-2\",\"result\":{\"action\":\"yes\"}}"))
                    .contains("\"id\":1")
                    .contains("\"not_answered\"")
                    .contains("has the \\\"action\\\" \\\"yes\\\"");
            assertThat(api.journal()).isEmpty();
            assertThat(server.answer(DELETE)).contains("\"id\":\"ask-3\"");
            assertThat(server.answer(
                            "{\"jsonrpc\":\"2.0\",\"id\":\"ask-3\",\"result\":{\"action\":\"accept\",\"content\":{}}}"))
                    .contains("\"id\":1")
                    .contains("\"isError\":false");
            assertThat(api.only().line()).isEqualTo("DELETE /things HTTP/1.1");
            assertThat(server.end()).isZero();
        }
    }

    @Test
    void aServerThatIsAskedToEndDoesNotWaitForItsUser() throws Exception {
        environment.put("TOOLSMITH_CONFIRM", "writes");
        try (ServerProcess server = server("stdio")) {
            assertThat(server.answer(INITIALIZE)).contains("\"id\":0");
            assertThat(server.answer(DELETE)).contains("elicitation/create");
            assertThat(server.end()).isZero();
            assertThat(server.line()).contains("notifications/cancelled").contains("\"ask-1\"");
            assertThat(server.line())
                    .contains("\"id\":1")
                    .contains("\"not_answered\"")
                    .contains("The connection ended before the user had answered.");
        }
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void theStatelessRevisionIsAskedByTheAnswer() throws Exception {
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            assertThat(server.answer(Modern.call("1", "shop_delete", "{}", "", Modern.FORMS, "")))
                    .contains("\"resultType\":\"input_required\"")
                    .contains("\"requestState\":\"");
            assertThat(server.answer(Modern.call("2", "shop_list", "{}", "", Modern.FORMS, "")))
                    .contains("\"resultType\":\"complete\"");
            assertThat(server.end()).isZero();
        }
        assertThat(api.only().line()).isEqualTo("GET /things HTTP/1.1");
    }

    @Test
    void whatWasAgreedToIsDoneOnceAndInTheSameAccountOnly() throws Exception {
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        String agreed;
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            agreed = agreed(server.answer(Modern.call("1", "shop_delete", "{}", "", Modern.FORMS, "")));
        }
        String call = Modern.call("2", "shop_delete", "{}", agreed, Modern.FORMS, "");
        environment.put("SHOP_API_KEY", "another");
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            assertThat(server.answer(call)).contains("is not what this server gave for this request");
        }
        environment.put("SHOP_API_KEY", "k");
        environment.put("SHOP_BASE_URL", api.url() + "/other");
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            assertThat(server.answer(call)).contains("is not what this server gave for this request");
        }
        assertThat(api.journal()).isEmpty();
        environment.put("SHOP_BASE_URL", api.url().toString());
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            assertThat(server.answer(call)).contains("\"isError\":false");
            assertThat(server.answer(call)).contains("was used before").contains("begin anew");
        }
        assertThat(api.only().line()).isEqualTo("DELETE /things HTTP/1.1");
    }

    @Test
    void whatWasAgreedToIsNotForAServerOfAnotherName() throws Exception {
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        String agreed;
        try (ServerProcess server = server("stdio", "--confirm=writes")) {
            agreed = agreed(server.answer(Modern.call("1", "shop_delete", "{}", "", Modern.FORMS, "")));
        }
        try (ServerProcess server = ServerProcess.start(
                ShopServer.class, List.of("-Dshop.name=other-mcp-server"), environment, "stdio", "--confirm=writes")) {
            assertThat(server.answer(Modern.call("2", "shop_delete", "{}", agreed, Modern.FORMS, "")))
                    .contains("is not what this server gave for this request");
        }
        assertThat(api.journal()).isEmpty();
    }

    private static String agreed(String asked) {
        Matcher question = QUESTION.matcher(asked);
        Matcher state = STATE.matcher(asked);
        assertThat(question.find()).isTrue();
        assertThat(state.find()).isTrue();
        return ",\"inputResponses\":{\"" + question.group(1) + "\":{\"action\":\"accept\",\"content\":{}}}"
                + ",\"requestState\":\"" + state.group(1) + "\"";
    }

    @Test
    void whoeverTypesACallHasConfirmedIt() {
        environment.put("TOOLSMITH_CONFIRM", "writes");
        TestServer server = new TestServer(TestServer.bundle(), environment);

        assertThat(server.run("call", "create_shop_item")).isZero();
        assertThat(api.only().line()).isEqualTo("POST /items HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http"})
    void anUnknownPolicyIsRefused(String verb) {
        TestServer server = new TestServer(TestServer.bundle(), environment);

        assertThat(server.run(verb, "--confirm", "always")).isEqualTo(2);
        assertThat(server.err())
                .startsWith(
                        "--confirm says which calls are confirmed. It is never, destructive or writes, not \"always\".\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http --port 0"})
    void anEngineThatCannotAskIsNotStartedWhereUsersHaveToConfirm(String verb) {
        TestServer server = new TestServer(TestServer.bundle(), environment, new Warp());

        assertThat(server.run((verb + " --engine warp --confirm writes").split(" ")))
                .isEqualTo(2);
        assertThat(server.err())
                .startsWith(
                        "The engine \"warp\" cannot ask a client's user: leave out --engine warp, or --confirm writes.\n");
    }

    @Test
    void anEngineThatCannotAskIsStartedWhereNobodyHasToConfirm() {
        TestServer server = new TestServer(TestServer.bundle(), environment, new Warp());

        assertThat(server.run("http", "--port", "0", "--engine", "warp", "--confirm", "never"))
                .isEqualTo(1);
        assertThat(server.err()).contains("warp").doesNotContain("cannot ask");
    }
}
