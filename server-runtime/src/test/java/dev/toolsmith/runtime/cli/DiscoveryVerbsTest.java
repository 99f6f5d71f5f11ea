package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.json.JsonTree;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** {@code --exposure discovery} on the command line. */
@Timeout(120)
class DiscoveryVerbsTest {

    private final StubApi api = new StubApi().answering(StubApi.json("{\"fields\":[\"color\",\"size\"]}"));
    private final Map<String, String> environment = new HashMap<>(Map.of("SHOP_API_KEY", "k"));

    private final PrintStream systemOut = System.out;

    @AfterEach
    void stop() {
        System.setOut(systemOut);
        api.close();
    }

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}\n";
    }

    private static String call(int id, String tool, String arguments) {
        return request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    /** The answers to requests by their ids. */
    private static Map<Integer, JsonNode> answers(TestServer server, String requests) {
        assertThat(server.typing(requests).run("stdio", "--exposure", "discovery"))
                .isZero();
        Map<Integer, JsonNode> answers = new HashMap<>();
        server.out().lines().forEach(line -> {
            JsonNode answer = JsonTree.read(line.getBytes(StandardCharsets.UTF_8));
            if (answer.has("id")) {
                answers.put(answer.path("id").asInt(), answer);
            }
        });
        return answers;
    }

    private static String text(JsonNode answer) {
        return answer.at("/result/content/0/text").asString();
    }

    @Test
    void aClientOfThreeToolsFindsReadsAndCallsTheOthers() {
        environment.put("SHOP_BASE_URL", api.url().toString());
        TestServer server = new TestServer(environment, new Synonyms());
        Map<Integer, JsonNode> answers = answers(
                server,
                request(1, "tools/list", "{}")
                        + call(2, "search_tools", "{\"query\":\"add a gadget\",\"limit\":1}")
                        + call(3, "get_tool_schema", "{\"tool_names\":[\"get_shop_item\"]}")
                        + call(4, "call_tool", "{\"tool_name\":\"list_all_shop_orders\"}")
                        + call(5, "call_tool", "{\"tool_name\":\"get_shop_item\",\"arguments\":{\"nr\":1}}")
                        + call(6, "list_all_shop_orders", "{}"));

        assertThat(answers.get(1).at("/result/tools"))
                .extracting(tool -> tool.path("name").asString())
                .containsExactly("call_tool", "get_tool_schema", "search_tools");
        assertThat(text(answers.get(2))).contains("\"name\":\"create_shop_item\"");
        assertThat(text(answers.get(3))).startsWith("{\"tools\":[{\"name\":\"get_shop_item\"");
        assertThat(text(answers.get(4))).isEqualTo("{\"fields\":[\"color\",\"size\"]}");
        assertThat(answers.get(5).at("/result/isError").asBoolean()).isTrue();
        assertThat(text(answers.get(5))).contains("nr");
        assertThat(answers.get(6).at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(answers.get(6).at("/error/message").asString()).contains("with tool_name \"list_all_shop_orders\"");
        assertThat(api.only().line()).isEqualTo("GET /orders HTTP/1.1");
    }

    @Test
    void schemasAreThoseOfTheAccount() {
        environment.put("SHOP_BASE_URL", api.url().toString());
        TestServer server = new TestServer(ExactServer.bundle("shop"), environment, new ExactServer());
        Map<Integer, JsonNode> answers =
                answers(server, call(1, "get_tool_schema", "{\"tool_names\":[\"create_shop_item\"]}"));

        assertThat(text(answers.get(1))).contains("color", "size");
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    @Test
    void modelsAreToldHowTheToolsThatInstructionsNameAreFound() {
        TestServer server = new TestServer(environment);
        Map<Integer, JsonNode> answers = answers(
                server,
                request(
                        1,
                        "initialize",
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\","
                                + "\"version\":\"1\"}}"));

        assertThat(answers.get(1).at("/result/instructions").asString())
                .startsWith("The tools that are named here are found by search_tools")
                .contains("called by call_tool. Sells things.");
    }

    @Test
    void aNarrowedServerFindsNothingElse() {
        TestServer server = new TestServer(environment);
        environment.put("TOOLSMITH_READ_ONLY", "true");
        Map<Integer, JsonNode> answers = answers(
                server,
                request(1, "tools/list", "{}")
                        + call(2, "search_tools", "{\"query\":\"create shop item\",\"limit\":20}")
                        + call(3, "call_tool", "{\"tool_name\":\"create_shop_item\"}"));

        assertThat(answers.get(1).at("/result/tools/0/annotations/readOnlyHint").asBoolean())
                .isTrue();
        assertThat(text(answers.get(2))).contains("get_shop_item").doesNotContain("create_shop_item");
        assertThat(text(answers.get(3))).startsWith("There is no tool \"create_shop_item\".");
    }

    @Test
    void theCostOfTheThreeToolsIsCounted() {
        TestServer server = new TestServer(environment);

        assertThat(server.run("tools", "--tokens", "--exposure", "discovery")).isZero();
        List<String> lines = server.out().lines().toList();
        assertThat(lines).anyMatch(line -> line.endsWith("  search_tools")).noneMatch(line -> line.contains("shop"));
        String sum = lines.get(lines.size() - 1);
        assertThat(sum).endsWith("all 3 tools, in o200k tokens");
        assertThat(Integer.parseInt(sum.strip().split(" ", 2)[0])).isBetween(100, 999);
    }

    private static final class Synonyms implements ServerExtension {

        @Override
        public SearchWords searchWords() {
            return new SearchWords(Map.of("gadget", List.of("item")));
        }
    }
}
