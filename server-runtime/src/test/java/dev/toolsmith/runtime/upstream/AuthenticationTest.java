package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {

    private static final String SCHEMES = """
            [{"name":"apiKey","type":"apiKey","scheme":"","in":"header","parameter":"X-Key"},
             {"name":"app","type":"apiKey","scheme":"","in":"query","parameter":"app id"},
             {"name":"login","type":"http","scheme":"basic","in":"","parameter":""},
             {"name":"session","type":"apiKey","scheme":"","in":"cookie","parameter":"sid"},
             {"name":"token","type":"http","scheme":"bearer","in":"","parameter":""}]""";

    private static Shop asking(String auth) {
        return new Shop()
                .with(
                        "shop_t",
                        "get",
                        "\"auth\":" + auth,
                        Shop.ANY,
                        args -> ApiRequest.get("/x")
                                .query("q", args.optional("q"))
                                .cookie("c", args.optional("c")))
                .security(SCHEMES);
    }

    private static String sent(StubApi.Got got) {
        return String.join(
                " ",
                List.of(
                        got.target(),
                        "key=" + got.header("x-key"),
                        "auth=" + got.header("authorization"),
                        "cookie=" + got.header("cookie")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // one text for whatever is asked for
                "[['token']]            ~ k                             ~ /x key= auth=Bearer k cookie=",
                "[['apiKey']]           ~ k                             ~ /x key=k auth= cookie=",
                "[['session']]          ~ a b                           ~ /x key= auth= cookie=sid=a%20b",
                "[['app']]              ~ k&l                           ~ /x?app%20id=k%26l key= auth= cookie=",
                "[['login']]            ~ u:p:q                         ~ /x key= auth=Basic dTpwOnE= cookie=",
                "[['login']]            ~ u                             ~ /x key= auth=Basic dTo= cookie=",
                // the first alternative that can be served
                "[['app'],['token']]    ~ k                             ~ /x?app%20id=k key= auth= cookie=",
                "[['app'],['token']]    ~ {'token':'t'}                 ~ /x key= auth=Bearer t cookie=",
                "[['app'],['token']]    ~ {'token':'t','api_key':'k'}   ~ /x key= auth=Bearer t cookie=",
                "[['login'],['token']]  ~ {'token':'t','username':'u','password':'p'} ~ /x key= auth=Basic dTpw cookie=",
                "[['login']]            ~ {'login':{'username':'u','password':'\\u00e9'}} ~ /x key= auth=Basic dTrDqQ== cookie=",
                "[['login']]            ~ {'login':'u:p'}               ~ /x key= auth=Basic dTpw cookie=",
                // what is called an API key is meant for the scheme of that name first
                "[['token'],['apiKey']] ~ k                             ~ /x key=k auth= cookie=",
                "[['token']]            ~ {'api_key':'k'}               ~ /x key= auth=Bearer k cookie=",
                // several schemes together
                "[['app','apiKey']]     ~ {'app':'a','apiKey':'k'}      ~ /x?app%20id=a key=k auth= cookie=",
                "[['app','apiKey']]     ~ {'app':'a','api_key':'k'}     ~ /x?app%20id=a key=k auth= cookie=",
                "[['session','token']]  ~ {'session':'s','api_key':'k'} ~ /x key= auth=Bearer k cookie=sid=s",
                "[['apiKey','session','app'],['token']] ~ {'app':'a','token':'t','apiKey':'k'} ~ /x key= auth=Bearer t cookie=",
                // nothing is asked for, or not always
                "[]                     ~ k                             ~ /x key= auth= cookie=",
                "[['login'],[]]         ~ {'token':'t'}                 ~ /x key= auth= cookie=",
                "[['token'],[]]         ~ {'token':'t'}                 ~ /x key= auth=Bearer t cookie=",
                "[['nowhere'],['token']] ~ k                            ~ /x key= auth=Bearer k cookie="
            })
    void theFirstAlternativeThatTheCredentialServesIsSent(String auth, String credential, String expected) {
        String text = credential.startsWith("{") ? credential.replace('\'', '"') : credential;
        try (Shop shop = asking(auth.replace('\'', '"')).credential(text)) {
            ToolResult result = shop.call("shop_t", "{}");
            assertThat(new String(result.text(), StandardCharsets.UTF_8)).isEqualTo("{}");
            assertThat(sent(shop.api().only())).isEqualTo(expected);
        }
    }

    @Test
    void aCredentialComesAfterWhatArgumentsSend() {
        try (Shop shop = asking("[[\"app\",\"session\"]]").credential("{\"app\":\"a\",\"session\":\"s\"}")) {
            shop.call("shop_t", "{\"q\":1,\"c\":\"v\"}");
            assertThat(shop.api().only().target()).isEqualTo("/x?q=1&app%20id=a");
            assertThat(shop.api().only().header("cookie")).isEqualTo("c=v; sid=s");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[['token']]         ~                               ~ SHOP_TOKEN to an access token ~ \"token\"",
                "[['apiKey']]        ~ {'token':'t'}                 ~ SHOP_API_KEY to the API key ~ \"apiKey\"",
                "[['login']]         ~ {'token':'t'}                 ~ SHOP_USERNAME and SHOP_PASSWORD ~ \"username\" and \"password\"",
                "[['login']]         ~ {'username':'a:b','password':'p'} ~ SHOP_USERNAME and SHOP_PASSWORD ~ \"username\" and \"password\"",
                "[['token']]         ~ {'token':'a\\u000ab'}         ~ SHOP_TOKEN to an access token ~ \"token\"",
                "[['app','session']] ~ k                             ~ SHOP_APP to the API key and SHOP_SESSION to the API key ~ \"app\" and \"session\"",
                "[['app'],['token']] ~ {'login':'t'}                 ~ SHOP_APP to the API key; or SHOP_TOKEN to an access token ~ \"app\" or \"token\""
            })
    void aCallThatTheCredentialDoesNotServeIsNotSentAndSaysWhatToSet(
            String auth, String credential, String set, String members) {
        try (Shop shop =
                asking(auth.replace('\'', '"')).credential(credential == null ? "" : credential.replace('\'', '"'))) {
            ToolResult result = shop.call("shop_t", "{}");
            assertThat(result.code()).isEqualTo("no_credential");
            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .isEqualTo("Shop asks for a credential with this tool, and this server has none for it."
                            + " Nothing was sent. Tell the operator of this server to set " + set
                            + ". In a credential that is a JSON object the members are " + members + ".");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void whatTheManifestAsksForHoldsForToolsThatSayNothing() {
        try (Shop shop = new Shop()
                .reading()
                .security(SCHEMES)
                .manifest("\"auth\":[[\"session\"]]")
                .credential("s")) {
            shop.call("shop_get", "{}");
            assertThat(sent(shop.api().only())).isEqualTo("/v1/things key= auth= cookie=sid=s");
        }
    }

    @Test
    void aDescriptionWithoutSchemesTakesATokenIfThereIsOne() {
        try (Shop shop = new Shop().reading().security("[]").credential("k")) {
            shop.call("shop_get", "{}");
            assertThat(shop.api().only().header("authorization")).isEqualTo("Bearer k");
        }
        try (Shop shop = new Shop().reading().security("[]").credential("")) {
            shop.call("shop_get", "{}");
            assertThat(shop.api().only().headers()).doesNotContainKey("authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "dTpodW50ZXIy",
                "u:hunter2",
            })
    void noFormOfThePasswordIsRepeated(String echoed) {
        try (Shop shop = asking("[[\"login\"]]").credential("{\"username\":\"u\",\"password\":\"hunter2\"}")) {
            shop.api().answering(StubApi.json(403, "{\"message\":\"You said " + echoed + " to us\"}"));
            assertThat(shop.text("shop_t", "{}"))
                    .contains("You said ", "*** to us")
                    .doesNotContain("hunter2", "dTpodW50ZXIy");
        }
    }

    @ParameterizedTest
    @CsvSource({"app", "session"})
    void noFormOfAKeyThatTravelsEncodedIsRepeated(String scheme) {
        try (Shop shop = asking("[[\"" + scheme + "\"]]").credential("ab+c/d==")) {
            shop.api().answering((request, out, socket) -> {
                String echoed = request.target() + " and " + request.header("cookie") + " and ab+c/d==";
                StubApi.json(400, "{\"message\":\"You said " + echoed + " to us\"}")
                        .write(request, out, socket);
            });
            assertThat(shop.text("shop_t", "{}"))
                    .contains(scheme.equals("app") ? "/x?app%20id=*** and" : "and sid=*** and", "and *** to us")
                    .doesNotContain("ab+c", "ab%2Bc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{hunter2}",
                "{\"a\":\"hunter2\"",
                "{\"a\":\"hunter2\"} x",
                "{\"a\":[\"hunter2\"]}",
                "{\"a\":{\"b\":{\"c\":\"hunter2\"}}}",
                "{\"a\":1,\"b\":\"hunter2\"}",
                "{\"a\":\"hunter2\",\"a\":\"x\"}",
                "{\"username\":\"hunter2\"}",
                "{\"client_id\":\"hunter2\",\"password\":\"x\"}",
                "{}",
                "{\"a\":{}}",
                "{\"a\":\"hunter2é\"}",
                "hunter2\n"
            })
    void aCredentialThatCannotBeOneIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> Secret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The credential ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aJsonCredentialMayHaveLines() {
        Secret secret = Secret.of("{\n\t\"username\": \"u\",\r\n\t\"password\": \"p\"\n}");
        assertThat(secret.reveal()).doesNotContain("\n", "\r", "\t");
        assertThat(secret).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource({
        "api_key,API_KEY",
        "apiKey,API_KEY",
        "ApiKeyAuth,API_KEY_AUTH",
        "HTTPBearer,HTTP_BEARER",
        "x-api-key,X_API_KEY",
        "petstore_auth,PETSTORE_AUTH",
        "a  b.,A_B",
        "v2Token,V2_TOKEN",
        "é,''"
    })
    void variablesAreNamedLikeSchemes(String scheme, String variable) {
        assertThat(CredentialVariables.upperSnake(scheme)).isEqualTo(variable);
    }
}
