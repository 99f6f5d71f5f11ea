package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.StubApi;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ExactVerbsTest {

    private final StubApi api = new StubApi().answering(StubApi.json("{\"fields\":[\"color\",\"size\"]}"));
    private final Map<String, String> environment = new HashMap<>(Map.of("SHOP_API_KEY", "k"));

    @AfterEach
    void stop() {
        api.close();
    }

    private TestServer server() {
        return new TestServer(ExactServer.bundle("shop"), environment, new ExactServer());
    }

    private TestServer callingTheApi() {
        environment.put("SHOP_BASE_URL", api.url().toString());
        return server();
    }

    @Test
    void aCallThatTheAccountDoesNotTakeIsNotSent() {
        TestServer server = callingTheApi();

        assertThat(server.run("call", "create_shop_item", "--args", "{\"field\":\"taste\"}"))
                .isEqualTo(1);
        assertThat(server.err()).isEqualTo("""
                These arguments do not fit this account. Nothing was sent.
                - field: there are color, size.
                Mend it and call the tool again.
                """);
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    @Test
    void aCallByPublishedSchemasIsSentUnseen() {
        TestServer server = callingTheApi();

        assertThat(server.run("call", "create_shop_item", "--args", "{\"field\":\"taste\"}", "--schemas", "published"))
                .isZero();
        assertThat(api.only().line()).isEqualTo("POST /items HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http", "call", "tools"})
    void anUnknownWayToUseSchemasIsRefused(String verb) {
        environment.put("TOOLSMITH_SCHEMAS", "exact");
        TestServer server = server();
        String[] args = verb.equals("call")
                ? new String[] {verb, "create_shop_item"}
                : verb.equals("tools") ? new String[] {verb, "--tokens"} : new String[] {verb};

        assertThat(server.run(args)).isEqualTo(2);
        assertThat(server.err()).startsWith("--schemas is auto, wait or published, not \"exact\".\n");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void whatAnAccountAddsIsCountedApart() {
        TestServer server = callingTheApi();

        assertThat(server.run("tools", "--tokens")).isZero();
        assertThat(server.out())
                .startsWith(
                        "o200k tokens of each tool's name, description and input schema, with what this account adds")
                .containsPattern("(?m)^ +all +words +schema +account$")
                .containsPattern("(?m)^ +(\\d+) +\\d+ +0 +[1-9]\\d+  create_shop_item$")
                .containsPattern("(?m)^ +(\\d+) +\\1 +0 +0  list_all_shop_fields$")
                .containsPattern("(?m)^ +(\\d+) +\\d+ +0 +[1-9]\\d+  tag items$")
                .containsPattern("(?m)^ +(\\d+) +\\d+ +0 +[1-9]\\d+  all 2 tools, in o200k tokens$");
        assertThat(sum(server.out(), "all 2 tools, in o200k tokens"))
                .isEqualTo(sum(server.out(), "create_shop_item") + sum(server.out(), "list_all_shop_fields"));
        assertThat(server.err()).isEmpty();
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    private static int sum(String report, String what) {
        String line = report.lines()
                .filter(each -> each.endsWith("  " + what))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.strip().split(" +", 2)[0]);
    }

    @Test
    void withoutACredentialTheToolsAreCountedAsTheyArePublished() {
        environment.remove("SHOP_API_KEY");
        TestServer server = callingTheApi();

        assertThat(server.run("tools", "--tokens")).isZero();
        assertThat(server.out()).doesNotContain("account").contains("all 2 tools");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void publishedSchemasAreCountedWhereThatIsAskedFor() {
        TestServer server = callingTheApi();

        assertThat(server.run("tools", "--tokens", "--schemas", "published")).isZero();
        assertThat(server.out()).doesNotContain("account").contains("all 2 tools");
        assertThat(api.journal()).isEmpty();
    }

    @Test
    void anAccountThatCannotBeReadIsSaid() {
        api.answering(StubApi.json(403, "{\"message\":\"no\"}"));
        TestServer server = callingTheApi();

        assertThat(server.run("tools", "--tokens")).isZero();
        assertThat(server.err()).startsWith("What the account adds is not known, or not all of it: ");
        assertThat(server.out()).containsPattern("(?m)^ +(\\d+) +\\1 +0 +0  create_shop_item$");
    }

    @Test
    void anAddressWithoutACountSaysWhatItIsFor() {
        TestServer server = server();

        assertThat(server.run("tools", "--base-url", api.url().toString())).isEqualTo(2);
        assertThat(server.err())
                .startsWith("--sandbox, --base-url and --schemas are for --tokens: an account adds to what the tools"
                        + " cost.\n");
    }

    @Test
    void helpTellsOfSchemasOnlyWhereThereIsAChoice() {
        TestServer exact = server();
        TestServer plain = new TestServer(Map.of());

        assertThat(exact.run("stdio", "--help")).isZero();
        assertThat(exact.run("tools", "--help")).isZero();
        assertThat(plain.run("stdio", "--help")).isZero();
        assertThat(plain.run("tools", "--help")).isZero();
        assertThat(exact.out())
                .containsPattern("(?s)--schemas WHEN .*\\[TOOLSMITH_SCHEMAS].*--schemas WHEN .*SHOP_API_KEY ");
        assertThat(plain.out()).doesNotContain("--schemas");
    }
}
