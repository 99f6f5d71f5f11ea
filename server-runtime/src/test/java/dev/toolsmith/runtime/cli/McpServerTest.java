package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class McpServerTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n";

    private final ConcurrentLinkedQueue<String> credentials = new ConcurrentLinkedQueue<>();
    private final PrintStream systemOut = System.out;
    private HttpServer api;

    @BeforeEach
    void startApi() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stopApi() {
        api.stop(0);
        System.setOut(systemOut);
    }

    private URI apiUrl() {
        return URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    }

    @Test
    void helpListsEveryVerbAndEndsWell() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("help")).isZero();
        assertThat(server.out())
                .startsWith("shop-mcp-server 0.1.0\n\n  stdio [OPTIONS]")
                .contains("\n  http [OPTIONS]", "\n  tools [--json | --tokens | --scopes]", "\n  call NAME")
                .contains("Exit codes: 0 well, 1 failed, 2 wrong usage, 3 configuration wrong.");
    }

    @Test
    void theVersionIsOneLine() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("--version")).isZero();
        assertThat(server.out()).isEqualTo("shop-mcp-server 0.1.0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "stdio --sandbux!There is no option --sandbux here. Did you mean --sandbox?",
                "stdio --port 1!There is no option --port here.",
                "stdio -read-only!There is no option -read-only here. Options begin with two hyphens.",
                "stdio now!There is no use for \"now\" here.",
                "http 9090!There is no use for \"9090\" here.",
                "tools notes!There is no use for \"notes\" here.",
                "http --port!--port needs a value: --port N",
                "http --port x!--port is a number, not \"x\".",
                "http --port 70000!--port is a number from 0 to 65535, not 70000.",
                "http --port 1 --port 2!--port stands twice.",
                "stdio --sandbox!This server has no sandbox; leave --sandbox out.",
                "stdio --sandbox=maybe!--sandbox is true or false.",
                "stdio --engine warp!There is no engine \"warp\". There are: kernel.",
                "stdio --exposure some!--exposure is all or discovery, not \"some\".",
                "tools --exposure discovery!--exposure is for --tokens: it changes what the tools cost. Type: tools --tokens --exposure discovery",
                "stdio --preset read-onyl!There is no preset \"read-onyl\". Did you mean \"read-only\"? There are:",
                "call create_shop_item --preset read-only!\"create_shop_item\" is left out by --preset read-only.",
                "tools --json --scopes!--json, --tokens and --scopes exclude one another.",
                "call!Name one tool: call NAME [--args JSON|@FILE|-]",
                "call get_shop_itm!There is no tool \"get_shop_itm\". Did you mean \"get_shop_item\"?",
                "call get_shop_item {}!Put the arguments after --args.",
                "call get_shop_item --args @nofile!There is no file nofile.",
                "call get_shop_item --tags orders!\"get_shop_item\" is left out by --tags orders.",
                "call get_shop_item --args [1]!The arguments are no JSON object: It must begin with {",
                "http --public-url x!--public-url is a URL such as https://mcp.example.com, not \"x\"."
            })
    void wrongUsageIsToldWithWhatToTypeAndEndsWithTwo(String typed, String message) {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));

        assertThat(server.run(typed.split(" ", -1))).isEqualTo(2);
        assertThat(server.err())
                .startsWith(message + "\n")
                .endsWith("\n\"shop-mcp-server " + typed.split(" ", 2)[0] + " --help\" tells how it is used.\n");
        assertThat(server.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"studio, stdio", "tols, tools"})
    void anUnknownVerbIsToldWithTheClosest(String typed, String meant) {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run(typed)).isEqualTo(2);
        assertThat(server.err())
                .isEqualTo("There is no verb \"" + typed + "\". Did you mean \"" + meant + "\"?\n"
                        + "\"shop-mcp-server help\" tells how it is used.\n");
    }

    @Test
    void noVerbAtAllIsWrongUsage() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run()).isEqualTo(2);
        assertThat(server.err()).startsWith("Say what to do: stdio, http, tools, call");
    }

    @Test
    void aMissingCredentialEndsWithThreeAndSaysWhatToSet() {
        TestServer server = new TestServer(Map.of(), new TestServer.Sandbox(apiUrl()));

        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err()).isEqualTo("""
                        There is no credential for Shop.
                        Set SHOP_API_KEY to an access token, or SHOP_API_KEY_FILE to a file that holds one.
                        To try the tools with sample data, add --sandbox.
                        """);
        assertThat(server.out()).isEmpty();
    }

    @Test
    void aCredentialThatCannotBeOneIsNotRepeated() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "se\ncret"));

        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err()).startsWith("SHOP_API_KEY: ").doesNotContain("cret");
    }

    @Test
    void whatAPresetLeavesOutIsNotSaidNotToExist() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));

        assertThat(server.run("tools", "--preset", "read-only", "--tools", "create_shop_item"))
                .isEqualTo(3);
        assertThat(server.err()).startsWith("The preset \"read-only\" leaves out the tool \"create_shop_item\". ");
    }

    @Test
    void anUnknownTagEndsWithThree() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));

        assertThat(server.run("tools", "--tags", "itemz")).isEqualTo(3);
        assertThat(server.err()).contains("itemz");
    }

    @Test
    void listeningWhereOthersReachItNeedsAToken() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));

        assertThat(server.run("http", "--host", "0.0.0.0")).isEqualTo(3);
        assertThat(server.err())
                .startsWith("Serving on 0.0.0.0, which others can reach, needs a token.\nSet TOOLSMITH_HTTP_TOKEN");
    }

    @Test
    void stdioListsTheSelectedToolsAndEndsWithItsInput() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k", "TOOLSMITH_READ_ONLY", "true")).typing(LIST);

        assertThat(server.run("stdio", "--tags=items")).isZero();
        assertThat(server.out())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"get_shop_item\"}]}}\n");
    }

    @Test
    void stdioCallsTheApiWithTheCredentialFromAFile(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "from-file\n");
        TestServer server = new TestServer(
                        Map.of("SHOP_API_KEY_FILE", key.toString(), "SHOP_BASE_URL", apiUrl().toString()))
                .typing(
                        LIST
                                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"get_shop_item\"}}\n");

        assertThat(server.run("stdio")).isZero();
        assertThat(server.out())
                .contains("\"id\":2,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"ok\\\":true}\"");
        assertThat(credentials).containsExactly("Bearer from-file");
    }

    @Test
    void theSandboxNeedsNoCredential() {
        TestServer server = new TestServer(Map.of(), new TestServer.Sandbox(apiUrl()))
                .typing(
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"get_shop_item\"}}\n");

        assertThat(server.run("stdio", "--sandbox")).isZero();
        assertThat(server.out()).contains("\\\"ok\\\":true");
        assertThat(credentials).containsExactly("Bearer sandbox-token");
    }

    @Test
    void callPrintsWhatAModelWouldRead() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));

        assertThat(server.run("call", "get_shop_item", "--args", "{\"id\":\"1\"}", "--base-url", apiUrl().toString()))
                .isZero();
        assertThat(server.out()).isEqualTo("{\"ok\":true}\n");
    }

    @Test
    void callTakesArgumentsFromStandardInputAndFailsWithOne() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k")).typing("{\"wrong\":1}");

        assertThat(server.run("call", "get_shop_item", "--args", "-", "--base-url", apiUrl().toString()))
                .isEqualTo(1);
        assertThat(server.err()).contains("wrong");
        assertThat(credentials).isEmpty();
    }

    @Test
    void toolsAreShownAsJson() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--json", "--methods", "list")).isZero();
        assertThat(server.out())
                .isEqualTo("{\"tools\":[{\"name\":\"list_all_shop_orders\",\"method\":\"GET\","
                        + "\"path\":\"/list_all_shop_orders\",\"kind\":\"list\",\"class\":\"read\",\"tag\":\"orders\","
                        + "\"reads\":true,\"scopes\":[\"orders:read\"],\"tags\":[\"orders\",\"all\"],"
                        + "\"scopesKnown\":true,\"app\":\"shop\"}]}\n");
    }

    @Test
    void toolsAreShownAsATableWithTheirSum() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools")).isZero();
        assertThat(List.of(server.out().split("\n", -1)))
                .hasSize(6)
                .contains("3 tools", "TOOL                  CLASS   TAG           METHOD  PATH")
                .contains("create_shop_item      write   items         GET     /create_shop_item");
    }

    @Test
    void modelsAreToldOfTheApiAndOfWhatHoldsForAnyTool() {
        String hello = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}\n";
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"), new OrderPresets()).typing(hello);

        assertThat(server.run("stdio")).isZero();
        assertThat(server.out())
                .contains(
                        "\"instructions\":\"Sells things. Orders are never deleted. Where a tool takes them: fields answers with")
                .contains("view is full, compact or text", "next_cursor of an answer");
    }

    @Test
    void aPresetNarrowsAndOtherFiltersNarrowIt() {
        TestServer server = new TestServer(Map.of("TOOLSMITH_PRESET", "orders-only"), new OrderPresets());

        assertThat(server.run("tools")).isZero();
        assertThat(server.out()).contains("list_all_shop_orders", "\n1 tools").doesNotContain("shop_item");
    }

    @Test
    void aPresetThatOtherFiltersLeaveNothingOfEndsWithThree() {
        TestServer server = new TestServer(Map.of(), new OrderPresets());

        assertThat(server.run("tools", "--preset", "orders-only", "--methods", "write"))
                .isEqualTo(3);
        assertThat(server.err()).contains("write");
    }

    @Test
    void anUnknownPresetListsThoseThatThereAre() {
        TestServer server = new TestServer(Map.of(), new OrderPresets());

        assertThat(server.run("tools", "--preset", "everything")).isEqualTo(2);
        assertThat(server.err()).startsWith("""
                        There is no preset "everything". There are:
                          read-only: looks at everything, changes nothing
                          orders-only: orders alone
                        """);
    }

    @Test
    void theLeastScopesAreToldOneALine() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--scopes")).isZero();
        assertThat(server.out()).isEqualTo("items:read\norders:read\n");
    }

    @Test
    void tokensAreCountedByToolAndTag() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--tokens")).isZero();
        assertThat(server.out())
                .startsWith("o200k tokens of each tool's name, description and input schema\n\n")
                .containsPattern(" +all +words +schema\n +\\d+ +\\d+ +\\d+  create_shop_item\n")
                .contains("tag items\n", "all 3 tools, in o200k tokens\n");
    }

    @Test
    void modelsAreToldOfNoKindOfToolThatIsNotOffered() {
        String hello = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}\n";
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"), new OrderPresets()).typing(hello);

        assertThat(server.run("stdio", "--read-only")).isZero();
        assertThat(server.out())
                .contains("\"instructions\":\"Sells things. Orders are only read. Where a tool takes them");
    }

    @Test
    void aCallIsAnsweredWhenTheApiCannotEvenBeOpened() {
        TestServer server = new TestServer(Map.of(), new Broken());
        server.typing("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"get_shop_item\",\"arguments\":{}}}\n");

        assertThat(server.run("stdio", "--sandbox")).isZero();
        assertThat(server.out()).contains("\"id\":1,", "-32603").doesNotContain("left out");
    }

    /** A preset of its own. */
    private static final class OrderPresets implements ServerExtension {

        @Override
        public String instructions() {
            return "Orders are never deleted.";
        }

        @Override
        public String instructions(BundleTools offered) {
            return offered.tools().stream().allMatch(ToolDescriptor::reads)
                    ? "Orders are only read. New ones are made with create_shop_item."
                    : instructions();
        }

        @Override
        public List<ToolPreset> presets() {
            return List.of(new ToolPreset(
                    "orders-only",
                    "orders alone",
                    new ToolSelection(List.of(), List.of("orders"), List.of(), List.of(), false)));
        }
    }

    /** An embedded API that misses a class. */
    private static final class Broken implements ServerExtension, EmbeddedUpstream {

        @Override
        public Optional<EmbeddedUpstream> embeddedUpstream() {
            return Optional.of(this);
        }

        @Override
        public List<Engine> engines() {
            return List.of();
        }

        @Override
        public String app() {
            return "shop";
        }

        @Override
        public Running start() {
            throw new NoClassDefFoundError("left out");
        }
    }
}
