package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class CredentialsTest {

    private static final String BASIC =
            "{\"name\":\"login\",\"type\":\"http\",\"scheme\":\"basic\",\"in\":\"\",\"parameter\":\"\"}";
    private static final String KEY =
            "{\"name\":\"shopKey\",\"type\":\"apiKey\",\"scheme\":\"\",\"in\":\"header\",\"parameter\":\"X-Key\"}";
    private static final String APP =
            "{\"name\":\"app-id\",\"type\":\"apiKey\",\"scheme\":\"\",\"in\":\"header\",\"parameter\":\"X-App\"}";
    private static final String OAUTH = "{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\",\"in\":\"\","
            + "\"parameter\":\"\",\"flows\":[\"clientCredentials\"],\"tokenUrl\":\"/token\"}";

    private final StubApi api = new StubApi();

    @AfterEach
    void stop() {
        api.close();
    }

    private TestServer server(String schemes, String auth, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SHOP_BASE_URL", api.url().toString());
        FixtureBundle bundle = TestServer.bundle().security("[" + schemes + "]").manifest("\"auth\":" + auth);
        return new TestServer(bundle, all);
    }

    private String sent(TestServer server) {
        int code = server.run("call", "get_shop_item");
        assertThat(server.err()).isEmpty();
        assertThat(code).isZero();
        StubApi.Got got = api.journal().get(api.journal().size() - 1);
        return (got.header("x-key") + " " + got.header("x-app") + " " + got.header("authorization")).strip();
    }

    @ParameterizedTest
    @CsvSource({
        "p,Basic dTpw",
        "{p,Basic dTp7cA==",
        "p\"\\,Basic dTpwIlw=",
        "pä€,Basic dTpww6Tigqw=",
        "p:q,Basic dTpwOnE="
    })
    void userNameAndPasswordHaveVariables(String password, String expected) {
        TestServer server = server(BASIC, "[[\"login\"]]", Map.of("SHOP_USERNAME", "u", "SHOP_PASSWORD", password));
        assertThat(sent(server)).isEqualTo(expected);
    }

    @Test
    void aPasswordMayStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p"), "p\n");
        TestServer server =
                server(BASIC, "[[\"login\"]]", Map.of("SHOP_USERNAME", "u", "SHOP_PASSWORD_FILE", file.toString()));
        assertThat(sent(server)).isEqualTo("Basic dTpw");
    }

    @Test
    void everySchemeOfSeveralHasAVariable() {
        TestServer server =
                server(KEY + "," + APP, "[[\"shopKey\",\"app-id\"]]", Map.of("SHOP_SHOP_KEY", "k", "SHOP_APP_ID", "a"));
        assertThat(sent(server)).isEqualTo("k a");
    }

    @Test
    void theOneVariableServesWhatHasNoneOfItsOwn() {
        TestServer server =
                server(KEY + "," + APP, "[[\"shopKey\",\"app-id\"]]", Map.of("SHOP_API_KEY", "k", "SHOP_APP_ID", "a"));
        assertThat(sent(server)).isEqualTo("k a");
    }

    @Test
    void theOneVariableMayHoldAJsonObject() {
        String json = "{\n \"shopKey\": \"k\",\n \"app-id\": \"a\"\n}";
        TestServer server = server(KEY + "," + APP, "[[\"shopKey\",\"app-id\"]]", Map.of("SHOP_API_KEY", json));
        assertThat(sent(server)).isEqualTo("k a");
    }

    @Test
    void aClientGetsItsTokens() {
        api.answering((request, out, socket) -> StubApi.json(
                        request.target().equals("/token")
                                ? "{\"access_token\":\"" + request.text().replaceAll("[^a-z]", "") + "\"}"
                                : "{}")
                .write(request, out, socket));
        TestServer server = server(
                OAUTH,
                "[[\"oauth2\"]]",
                Map.of("SHOP_CLIENT_ID", "c", "SHOP_CLIENT_SECRET", "s", "SHOP_SCOPE", "read"));
        assertThat(sent(server)).isEqualTo("Bearer granttypeclientcredentialsscoperead");
        assertThat(api.journal().get(0).header("authorization")).isEqualTo("Basic Yzpz");
    }

    @Test
    void theTokenEndpointCanBeSet() {
        try (StubApi login = new StubApi().answering(StubApi.json("{\"access_token\":\"t\"}"))) {
            TestServer server = server(
                    OAUTH,
                    "[[\"oauth2\"]]",
                    Map.of(
                            "SHOP_CLIENT_ID", "c",
                            "SHOP_CLIENT_SECRET", "s",
                            "SHOP_TOKEN_URL", login.url() + "/other"));
            assertThat(sent(server)).isEqualTo("Bearer t");
            assertThat(login.only().target()).isEqualTo("/other");
        }
    }

    @Test
    void aTokenEndpointInTheClearIsRefused() {
        TestServer server = server(
                OAUTH, "[[\"oauth2\"]]", Map.of("SHOP_API_KEY", "k", "SHOP_TOKEN_URL", "http://login.example.com/t"));
        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err()).startsWith("The token URL must look like https://login.example.com/token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "login   ~ There is no credential for Shop.|Set SHOP_USERNAME and SHOP_PASSWORD.|",
                "shopKey ~ There is no credential for Shop.|Set SHOP_SHOP_KEY to the API key.|",
                "oauth2  ~ There is no credential for Shop.|Set SHOP_CLIENT_ID and SHOP_CLIENT_SECRET, or SHOP_OAUTH2 to an access token.|",
                "app-id\",\"login ~ There is no credential for Shop.|Set SHOP_APP_ID to the API key and SHOP_USERNAME and SHOP_PASSWORD.|",
                "app-id\"],[\"login ~ There is no credential for Shop.|Set SHOP_APP_ID to the API key.|Or set SHOP_USERNAME and SHOP_PASSWORD.|"
            })
    void whatCouldBeSetIsToldWhenNothingIs(String auth, String message) {
        TestServer server = server(String.join(",", KEY, APP, BASIC, OAUTH), "[[\"" + auth + "\"]]", Map.of());
        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err())
                .isEqualTo(message.replace('|', '\n')
                        + "Each name may end in _FILE, and then names a file that holds it.\n");
    }

    @ParameterizedTest
    @CsvSource({"[]", "'[[\"login\"],[]]'"})
    void aServerOfAnApiThatNeedNotBeAskedWithOneStartsWithout(String auth) {
        assertThat(sent(server(BASIC, auth, Map.of()))).isEmpty();
    }

    @Test
    void whatBelongsTogetherIsSetTogether() {
        TestServer half = server(BASIC, "[[\"login\"]]", Map.of("SHOP_PASSWORD", "hunter2"));
        assertThat(half.run("stdio")).isEqualTo(3);
        assertThat(half.err()).isEqualTo("SHOP_PASSWORD is set, but SHOP_USERNAME, which belongs to it, is not.\n");
    }

    @Test
    void aJsonObjectAndFurtherVariablesExcludeOneAnother() {
        TestServer both = server(
                BASIC,
                "[[\"login\"]]",
                Map.of("SHOP_API_KEY", "{\"a\":\"b\"}", "SHOP_USERNAME", "u", "SHOP_PASSWORD", "hunter2"));
        assertThat(both.run("stdio")).isEqualTo(3);
        assertThat(both.err())
                .startsWith("SHOP_API_KEY holds a JSON object, so put the rest in it, too")
                .doesNotContain("hunter2");
    }

    @Test
    void aJsonObjectThatIsNoneIsRefusedAtTheStart() {
        TestServer server = server(BASIC, "[[\"login\"]]", Map.of("SHOP_API_KEY", "{\"username\":\"hunter2\"}"));
        assertThat(server.run("stdio")).isEqualTo(3);
        assertThat(server.err())
                .isEqualTo("SHOP_API_KEY: The credential has the member \"username\", but not \"password\", which"
                        + " belongs to it.\n");
    }

    @Test
    void helpListsTheVariablesOfEveryScheme() {
        TestServer server = server(String.join(",", KEY, BASIC, OAUTH), "[[\"login\"]]", Map.of());
        assertThat(server.run("call", "--help")).isZero();
        assertThat(server.out()).endsWith("""

                Environment variables:
                  SHOP_API_KEY            the access token for Shop
                  SHOP_API_KEY_FILE       a file that holds it
                  SHOP_SHOP_KEY           what the scheme shopKey takes for Shop
                  SHOP_LOGIN              what the scheme login takes for Shop
                  SHOP_OAUTH2             what the scheme oauth2 takes for Shop
                  SHOP_USERNAME           the user name for Shop
                  SHOP_PASSWORD           the password for Shop
                  SHOP_CLIENT_ID          the OAuth client that gets tokens for Shop
                  SHOP_CLIENT_SECRET      the secret of that client
                  SHOP_SCOPE              the scopes that it asks for; none by default
                  SHOP_AUDIENCE           the audience that it asks for; none by default
                  ..._FILE                a file that holds it, for each of these
                  SHOP_TOKEN_URL          where it gets tokens, instead of where the description says
                  SHOP_BASE_URL           where Shop is, instead of its own address
                  TOOLSMITH_SIGNING_KEY   what the cursors were signed with that are given back
                  TOOLSMITH_SIGNING_KEY_FILE
                                          a file that holds it
                """);
    }
}
