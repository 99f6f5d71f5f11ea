package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerVariablesTest {

    private static final String MEMBERS = "\"baseUrlTemplate\":\"https://{region}.shop.example/{path}/{region}\","
            + "\"serverVariables\":[{\"name\":\"region\",\"default\":\"eu\",\"env\":\"SHOP_SERVER_REGION\"},"
            + "{\"name\":\"path\",\"default\":\"v1\",\"env\":\"SHOP_SERVER_PATH\"}]";
    private static final String ALLOWED = MEMBERS.replace(
            "\"env\":\"SHOP_SERVER_REGION\"", "\"enum\":[\"eu\",\"us\"],\"env\":\"SHOP_SERVER_REGION\"");

    private static String address(String members, Map<String, String> environment, String... args) {
        var bundle = TestServer.bundle().manifest(members);
        VerbCall call = new VerbCall(
                new ServerIdentity("shop-mcp-server", "1", ""),
                List.of(bundle),
                List.of(),
                CommandLine.of(new StdioVerb(), Arrays.asList(args)),
                new Surroundings(
                        environment,
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        new PrintStream(OutputStream.nullOutputStream())));
        return ApiAddresses.of(
                        call,
                        BundleTools.of(List.of(bundle), ToolSelection.everything())
                                .manifests())
                .remote()
                .get("shop")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,https://shop.example",
                "us,-,https://us.shop.example/v1/us",
                "a.b-c_1,-,https://a.b-c_1.shop.example/v1/a.b-c_1",
                "-,api/v2,https://eu.shop.example/api/v2/eu",
                "us,v9,https://us.shop.example/v9/us"
            })
    void variablesFillTheAddress(String region, String path, String expected) {
        Map<String, String> environment = new TreeMap<>();
        if (region != null) {
            environment.put("SHOP_SERVER_REGION", region);
        }
        if (path != null) {
            environment.put("SHOP_SERVER_PATH", path);
        }
        assertThat(address(MEMBERS, environment)).isEqualTo(expected);
    }

    @Test
    void aWholeAddressWins() {
        Map<String, String> environment = Map.of("SHOP_SERVER_REGION", "us", "SHOP_BASE_URL", "https://own.example");
        assertThat(address(MEMBERS, environment)).isEqualTo("https://own.example");
        assertThat(address(MEMBERS, environment, "--base-url", "https://typed.example"))
                .isEqualTo("https://typed.example");
    }

    @ParameterizedTest
    @CsvSource({
        "SHOP_SERVER_REGION,evil.com/",
        "SHOP_SERVER_REGION,evil.com?",
        "SHOP_SERVER_REGION,evil.com#",
        "SHOP_SERVER_REGION,me@evil.com:1",
        "SHOP_SERVER_REGION,a%2fb",
        "SHOP_SERVER_REGION,a\\b",
        "SHOP_SERVER_REGION,é",
        "SHOP_SERVER_REGION,{path}",
        "SHOP_SERVER_PATH,a?b",
        "SHOP_SERVER_PATH,a b",
        "SHOP_SERVER_PATH,@evil.com"
    })
    void aValueCannotChangeMoreThanItsPlace(String variable, String value) {
        assertThatThrownBy(() -> address(MEMBERS, Map.of(variable, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(variable + " is a part of an address: letters, digits and -._~");
    }

    @Test
    void aValueCannotStepOutOfThePath() {
        assertThatThrownBy(() -> address(MEMBERS, Map.of("SHOP_SERVER_PATH", "a/../..")))
                .hasMessage("SHOP_SERVER_PATH has the path step \"..\". Leave it out.");
    }

    @Test
    void aValueIsOneOfThoseThatAreAllowed() {
        assertThat(address(ALLOWED, Map.of("SHOP_SERVER_REGION", "us"))).isEqualTo("https://us.shop.example/v1/us");
        assertThatThrownBy(() -> address(ALLOWED, Map.of("SHOP_SERVER_REGION", "uk")))
                .hasMessage("SHOP_SERVER_REGION is eu or us, not \"uk\".");
    }

    @Test
    void helpListsThem() {
        TestServer server = new TestServer(TestServer.bundle().manifest(ALLOWED), Map.of());
        assertThat(server.run("stdio", "--help")).isZero();
        assertThat(server.out()).contains("""
                  SHOP_SERVER_REGION      the region in the address of Shop: eu, us; eu by default
                  SHOP_SERVER_PATH        the path in the address of Shop; v1 by default
                """);
    }
}
