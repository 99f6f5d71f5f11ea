package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.ToolJar;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BundleOptionTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n";

    @TempDir
    private Path folder;

    private final PrintStream systemOut = System.out;

    @AfterEach
    void restoreOut() {
        System.setOut(systemOut);
    }

    private String jar(String app, String... tools) {
        return ToolJar.of(app, tools).writeTo(folder.resolve(app + ".jar")).toString();
    }

    @Test
    void aJarOfABuiltInAppTakesItsPlace() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--json", "--bundle", jar("shop", "get_other")))
                .isZero();
        assertThat(server.out()).contains("get_other").doesNotContain("get_shop_item");
    }

    @Test
    void aJarOfAnotherAppIsServedBesides() {
        TestServer server = new TestServer(Map.of("TOOLSMITH_BUNDLE", jar("extra", "get_extra")));

        assertThat(server.run("tools")).isZero();
        assertThat(server.out()).contains("get_extra", "get_shop_item", "4 tools");
    }

    @Test
    void severalJarsAreDividedByCommas() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--bundle", jar("one", "get_one") + "," + jar("two", "get_two")))
                .isZero();
        assertThat(server.out()).contains("get_one", "get_two", "get_shop_item", "5 tools");
    }

    @Test
    void aToolOfAJarIsCalled() {
        try (StubApi api = new StubApi().answering(StubApi.json("{\"from\":\"jar\"}"))) {
            TestServer server = new TestServer(
                    Map.of("SHOP_API_KEY", "k", "SHOP_BASE_URL", api.url().toString()));

            assertThat(server.run("call", "get_other", "--bundle", jar("shop", "get_other")))
                    .isZero();
            assertThat(server.out()).isEqualTo("{\"from\":\"jar\"}\n");
            assertThat(api.only().line()).startsWith("GET /get_other ");
        }
    }

    @Test
    void stdioServesAJarAndSaysThatItsListMayChange() {
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}}}\n";
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k")).typing(initialize + LIST);

        assertThat(server.run("stdio", "--bundle", jar("shop", "get_other"))).isZero();
        assertThat(server.out())
                .contains("{\"tools\":{\"listChanged\":true},\"resources\":{\"listChanged\":true},\"completions\":{}}")
                .endsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"get_other\"}]}}\n");
    }

    @Test
    void aJarThatCannotBeServedEndsWithThree() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k"));
        String missing = folder.resolve("none.jar").toString();

        assertThat(server.run("stdio", "--bundle", missing)).isEqualTo(3);
        assertThat(server.err()).isEqualTo("There is no file " + missing + ".\n");
        assertThat(server.out()).isEmpty();
    }

    @Test
    void aToolNameThatStandsInTwoBundlesEndsWithThree() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--bundle", jar("extra", "get_shop_item")))
                .isEqualTo(3);
        assertThat(server.err()).startsWith("The tool \"get_shop_item\" stands twice: in the bundles ");
    }
}
