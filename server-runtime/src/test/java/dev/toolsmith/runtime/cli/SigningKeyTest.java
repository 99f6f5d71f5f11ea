package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SigningKeyTest {

    private static final String LIST =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_shop_items\",\"arguments\":%s}}\n";

    private final PrintStream systemOut = System.out;
    private final StubApi api = new StubApi().answering(StubApi.json("{\"data\":[1,2,3]}"));
    private final Map<String, String> environment =
            new HashMap<>(Map.of("SHOP_API_KEY", "k", "SHOP_BASE_URL", api.url().toString()));

    @AfterEach
    void stop() {
        api.close();
        System.setOut(systemOut);
    }

    private TestServer server(ServerExtension... extensions) {
        FixtureBundle bundle = new FixtureBundle("shop")
                .with(
                        "list_shop_items",
                        "list",
                        "items",
                        "\"pagination\":{\"style\":\"none\",\"items\":\"/data\"}",
                        "{\"type\":\"object\"}",
                        args -> ApiRequest.get("/items"));
        return new TestServer(bundle, environment, extensions);
    }

    private String answerOfAProcess(String arguments) {
        TestServer server = server().typing(LIST.formatted(arguments));
        assertThat(server.run("stdio")).as(server.err()).isZero();
        return server.out().replace("\\\"", "\"");
    }

    private static String cursorIn(String answer) {
        assertThat(answer).contains("\"next_cursor\":\"");
        return answer.replaceFirst("(?s).*\"next_cursor\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void aCursorEndsWithTheProcessThatGaveIt() {
        String cursor = cursorIn(answerOfAProcess("{\"limit\":2}"));

        assertThat(answerOfAProcess("{\"limit\":2,\"next_cursor\":\"" + cursor + "\"}"))
                .contains("is from before the server was last started");
        assertThat(api.journal()).hasSize(1);
    }

    @Test
    void aGivenKeyLetsACursorOutliveTheProcess() {
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        String cursor = cursorIn(answerOfAProcess("{\"limit\":2}"));

        assertThat(answerOfAProcess("{\"limit\":2,\"next_cursor\":\"" + cursor + "\"}"))
                .contains("{\"data\":[3]}");
    }

    @Test
    void aCursorGoesOnInTheAccountOnlyThatItCameFromWhoeverHasTheKey() {
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        String next = "{\"limit\":2,\"next_cursor\":\"" + cursorIn(answerOfAProcess("{\"limit\":2}")) + "\"}";
        environment.put("SHOP_API_KEY", "another account's");

        assertThat(answerOfAProcess(next))
                .contains("\"isError\":true")
                .contains("does not belong to this call and its account");
        assertThat(api.journal()).hasSize(1);

        environment.put("SHOP_API_KEY", "k");
        assertThat(answerOfAProcess(next)).contains("{\"data\":[3]}");
    }

    @Test
    void aSandboxIsTheSameAccountAfterItsRestartAtAnotherAddress() {
        StubApi elsewhere = new StubApi().answering(StubApi.json("{\"data\":[1,2,3]}"));
        try (elsewhere) {
            TestServer first = server(new TestServer.Sandbox(api.url()));
            first.run("call", "list_shop_items", "--sandbox", "--args", "{\"limit\":2}");
            TestServer second = server(new TestServer.Sandbox(elsewhere.url()));
            String next = "{\"limit\":2,\"next_cursor\":\"" + cursorIn(first.out()) + "\"}";

            assertThat(second.run("call", "list_shop_items", "--sandbox", "--args", next))
                    .as(second.err())
                    .isZero();
            assertThat(second.out()).isEqualTo("{\"data\":[3]}\n");
        }
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcde");
        TestServer server = server();

        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err()).isEqualTo("""
                        TOOLSMITH_SIGNING_KEY is too short to be safe: it has 31 characters, and needs 32.
                        Make one with: openssl rand -base64 32
                        """);
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void aCursorThatCallPrintedIsGoodForTheNextCall() {
        TestServer first = server();
        assertThat(first.run("call", "list_shop_items", "--args", "{\"limit\":2}"))
                .as(first.err())
                .isZero();
        TestServer second = server();
        String next = "{\"limit\":2,\"next_cursor\":\"" + cursorIn(first.out()) + "\"}";

        assertThat(second.run("call", "list_shop_items", "--args", next))
                .as(second.err())
                .isZero();
        assertThat(second.out()).isEqualTo("{\"data\":[3]}\n");
    }
}
