package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbHelpTest {

    @Test
    void helpOfHttpListsItsOptionsAndEveryVariable() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("http", "--help")).isZero();
        assertThat(server.out())
                .contains("--port N", "[TOOLSMITH_PORT]", "--base-url URL", "[TOOLSMITH_BASE_URL]")
                .endsWith("""

                        Environment variables:
                          SHOP_API_KEY            the access token for Shop
                          SHOP_API_KEY_FILE       a file that holds it
                          SHOP_BASE_URL           where Shop is, instead of its own address
                          TOOLSMITH_HTTP_TOKEN    what clients must send as a bearer token
                          TOOLSMITH_HTTP_TOKEN_FILE
                                                  a file that holds it
                          TOOLSMITH_SIGNING_KEY   what cursors are signed with; drawn at each start by default
                          TOOLSMITH_SIGNING_KEY_FILE
                                                  a file that holds it
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "call"})
    void helpOfWhatCallsTheApiListsItsCredentials(String verb) {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run(verb, "--help")).isZero();
        assertThat(server.out())
                .contains("\n  SHOP_API_KEY ", "\n  SHOP_API_KEY_FILE ", "\n  SHOP_BASE_URL ")
                .doesNotContain("TOOLSMITH_HTTP_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http", "call"})
    void whatCursorsAreSignedWithIsToldWhereverTheyAre(String verb) {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run(verb, "--help")).isZero();
        assertThat(server.out()).contains("\n  TOOLSMITH_SIGNING_KEY ", "\n  TOOLSMITH_SIGNING_KEY_FILE\n");
    }

    @Test
    void helpOfHttpTellsWhatOtherMachinesTake() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("http", "--help")).isZero();
        assertThat(server.out())
                .contains("127.0.0.1 by default; one that other machines reach needs TOOLSMITH_HTTP_TOKEN");
    }

    @Test
    void helpOfTheBridgeListsWhatItReads() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("bridge", "--help")).isZero();
        assertThat(server.out())
                .contains(
                        "\n  TOOLSMITH_BRIDGE_TOKEN ",
                        "\n  TOOLSMITH_BRIDGE_TOKEN_FILE",
                        "\n  TOOLSMITH_BRIDGE_HEADERS")
                .doesNotContain("TOOLSMITH_BRIDGE_HEADERS_FILE", "SHOP_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http", "tools", "call", "bridge", "version", "help"})
    void helpOfAVerbIsWhatTheVerbItselfSaysOfIt(String verb) {
        TestServer asked = new TestServer(Map.of());
        TestServer said = new TestServer(Map.of());

        assertThat(asked.run("help", verb)).isZero();
        assertThat(said.run(verb, "--help")).isZero();
        assertThat(asked.out()).isEqualTo(said.out()).startsWith("shop-mcp-server " + verb);
    }

    @ParameterizedTest
    @CsvSource({
        "help tols, There is no verb \"tols\". Did you mean \"tools\"?",
        "help nosuch, There is no verb \"nosuch\". There are stdio",
        "help stdio http, Name one verb: help VERB"
    })
    void helpOfNoVerbIsWrongUsage(String typed, String message) {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run(typed.split(" ", -1))).isEqualTo(2);
        assertThat(server.out()).isEmpty();
        assertThat(server.err()).startsWith(message);
    }

    @Test
    void helpOfWhatCallsNothingListsNoVariables() {
        TestServer server = new TestServer(Map.of());

        assertThat(server.run("tools", "--help")).isZero();
        assertThat(server.out()).contains("--json").doesNotContain("Environment", "SHOP_");
    }

    @Test
    void whatCannotBeChosenIsNotToldOf() {
        TestServer without = new TestServer(Map.of());
        TestServer with = new TestServer(Map.of(), new TestServer.Sandbox(URI.create("http://127.0.0.1:1")));

        assertThat(without.run("stdio", "--help")).isZero();
        assertThat(with.run("stdio", "--help")).isZero();
        assertThat(without.out()).doesNotContain("--sandbox");
        assertThat(with.out()).contains("--sandbox");
    }

    @Test
    void theEnginesAreListed() {
        TestServer own = new TestServer(Map.of());
        TestServer more = new TestServer(Map.of(), new Warp());

        assertThat(own.run("stdio", "--help")).isZero();
        assertThat(more.run("http", "--help")).isZero();
        assertThat(own.out())
                .contains("  --engine NAME           what speaks the protocol: kernel; kernel by default"
                        + " [TOOLSMITH_ENGINE]\n");
        assertThat(more.out()).contains("what speaks the protocol: kernel, warp; kernel by default");
    }

    @Test
    void everyFilterThatHidesACalledToolIsTold() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k", "TOOLSMITH_READ_ONLY", "yes"));

        assertThat(server.run("call", "create_shop_item", "--tags=orders")).isEqualTo(2);
        assertThat(server.err())
                .startsWith("\"create_shop_item\" is left out by --tags orders and TOOLSMITH_READ_ONLY=yes.\n");
    }

    @Test
    void aTokenThatIsTooShortIsRefusedAndNotRepeated() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k", "TOOLSMITH_HTTP_TOKEN", "abcdefghijklmno"));

        assertThat(server.run("http", "--port", "0")).isEqualTo(3);
        assertThat(server.err()).isEqualTo("""
                TOOLSMITH_HTTP_TOKEN is too short to be safe: it has 15 characters, and needs 16.
                Make one with: openssl rand -base64 32
                """);
    }

    @Test
    void aSigningKeyThatIsTooShortIsRefusedAndNotRepeated() {
        TestServer server = new TestServer(Map.of("SHOP_API_KEY", "k", "TOOLSMITH_SIGNING_KEY", "abcdefghijklmno"));

        assertThat(server.run("http", "--port", "0")).isEqualTo(3);
        assertThat(server.err()).isEqualTo("""
                TOOLSMITH_SIGNING_KEY is too short to be safe: it has 15 characters, and needs 32.
                Make one with: openssl rand -base64 32
                """);
    }
}
