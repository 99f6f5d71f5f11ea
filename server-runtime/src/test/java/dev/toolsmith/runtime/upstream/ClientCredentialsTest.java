package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class ClientCredentialsTest {

    private static final String CREDENTIAL = "{\"client_id\":\"my app\",\"client_secret\":\"s3/cr+t\"}";
    private static final String BASIC = "Basic bXklMjBhcHA6czMlMkZjciUyQnQ=";

    private final AtomicInteger issued = new AtomicInteger();

    private static Shop shop(String tokenUrl) {
        return new Shop()
                .reading()
                .writing()
                .security("[{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\",\"in\":\"\",\"parameter\":\"\","
                        + "\"flows\":[\"clientCredentials\"],\"tokenUrl\":\"" + tokenUrl + "\"}]")
                .credential(CREDENTIAL);
    }

    /** A shop whose own server gives tokens at {@code /oauth/token}. */
    private Shop shop(StubApi.Answer token, StubApi.Answer api) {
        Shop shop = shop("/oauth/token");
        shop.api().answering((request, out, socket) -> (isToken(request) ? token : api).write(request, out, socket));
        return shop;
    }

    private static boolean isToken(StubApi.Got got) {
        return got.target().startsWith("/oauth/token");
    }

    /** Gives {@code t1}, then {@code t2} and so on. */
    private void issue(int life, StubApi.Got request, OutputStream out, Socket socket) throws Exception {
        StubApi.json("{\"access_token\":\"t" + issued.incrementAndGet() + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + life + "}")
                .write(request, out, socket);
    }

    private StubApi.Answer issuing(int life) {
        return (request, out, socket) -> issue(life, request, out, socket);
    }

    private static List<String> journal(Shop shop) {
        return shop.api().journal().stream()
                .map(got -> isToken(got) ? "token" : got.header("authorization"))
                .toList();
    }

    private static String text(ToolResult result) {
        return new String(result.text(), StandardCharsets.UTF_8);
    }

    @Test
    void aTokenIsAskedForAsTheStandardSaysAndKept() {
        try (Shop shop = shop(issuing(3600), StubApi.json("{}"))) {
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
            assertThat(shop.text("shop_create", "{\"data\":1}")).isEqualTo("{}");
            assertThat(journal(shop)).containsExactly("token", "Bearer t1", "Bearer t1");
            StubApi.Got asked = shop.api().journal().get(0);
            assertThat(asked.line()).isEqualTo("POST /oauth/token HTTP/1.1");
            assertThat(asked.header("authorization")).isEqualTo(BASIC);
            assertThat(asked.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(asked.text()).isEqualTo("grant_type=client_credentials");
        }
    }

    @Test
    void scopeAndAudienceAreAskedForWhenTheyAreGiven() {
        try (Shop shop = shop(issuing(3600), StubApi.json("{}"))
                .credential(
                        "{\"client_id\":\"c\",\"client_secret\":\"s\",\"scope\":\"a:read b\",\"audience\":\"https://x/\"}")) {
            shop.text("shop_get", "{}");
            assertThat(shop.api().journal().get(0).text())
                    .isEqualTo("grant_type=client_credentials&scope=a%3Aread%20b&audience=https%3A%2F%2Fx%2F");
        }
    }

    @Test
    void manyCallsWaitForOneToken() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        StubApi.Answer late = (request, out, socket) -> {
            all.await();
            issue(3600, request, out, socket);
        };
        try (Shop shop = shop(late, StubApi.json("{}"))) {
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(shop.call("shop_get", "{}", new CompletableFuture<>()));
            }
            all.countDown();
            for (CompletableFuture<ToolResult> call : calls) {
                assertThat(text(call.get(60, TimeUnit.SECONDS))).isEqualTo("{}");
            }
            assertThat(journal(shop)).hasSize(41).filteredOn("token"::equals).hasSize(1);
        }
    }

    @Test
    void accountsShareNoToken() throws Exception {
        try (Shop shop = shop(issuing(3600), StubApi.json("{}"))) {
            String other = CREDENTIAL.replace("s3/cr+t", "another");
            for (String account : List.of(CREDENTIAL, other, CREDENTIAL, other)) {
                shop.callFor(account, "shop_get").get(60, TimeUnit.SECONDS);
            }
            assertThat(journal(shop))
                    .containsExactly("token", "Bearer t1", "token", "Bearer t2", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void aTokenThatHasEndedIsReplacedBeforeItIsUsed() {
        try (Shop shop = shop(issuing(1), StubApi.json("{}"))) {
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (issued.get() < 2 && System.nanoTime() < until) {
                assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
            }
            assertThat(journal(shop)).startsWith("token", "Bearer t1").endsWith("token", "Bearer t2");
        }
    }

    @Test
    void aTokenThatLivesNoTimeServesTheCallThatAskedForIt() {
        try (Shop shop = shop(issuing(0), StubApi.json("{}"))) {
            shop.text("shop_get", "{}");
            shop.text("shop_get", "{}");
            assertThat(journal(shop)).containsExactly("token", "Bearer t1", "token", "Bearer t2");
        }
    }

    @ParameterizedTest
    @CsvSource({"shop_get", "shop_create"})
    void anOldTokenThatTheApiRefusesIsReplacedOnce(String tool) {
        AtomicReference<String> refused = new AtomicReference<>("");
        StubApi.Answer api = (request, out, socket) -> StubApi.json(
                        request.header("authorization").equals(refused.get()) ? 401 : 200, "{}")
                .write(request, out, socket);
        try (Shop shop = shop(issuing(3600), api)) {
            shop.text("shop_get", "{}");
            refused.set("Bearer t1");
            assertThat(shop.text(tool, "{\"data\":1}")).isEqualTo("{}");
            assertThat(shop.text(tool, "{\"data\":1}")).isEqualTo("{}");
            assertThat(journal(shop))
                    .containsExactly("token", "Bearer t1", "Bearer t1", "token", "Bearer t2", "Bearer t2");
        }
    }

    @Test
    void aNewTokenThatTheApiRefusesIsForgottenAndTheCallNotRepeated() {
        try (Shop shop = shop(issuing(3600), StubApi.json(401, "{\"message\":\"no t1\"}"))) {
            ToolResult result = shop.call("shop_create", "{\"data\":1}");
            assertThat(result.code()).isEqualTo("unauthorized");
            assertThat(text(result)).contains("no ***").doesNotContain("t1");
            shop.call("shop_create", "{\"data\":1}");
            assertThat(journal(shop)).containsExactly("token", "Bearer t1", "token", "Bearer t2");
        }
    }

    @Test
    void aServerThatWantsTheSecretInTheFormGetsItThere() {
        StubApi.Answer token = (request, out, socket) -> {
            if (request.text().endsWith("&client_id=my%20app&client_secret=s3%2Fcr%2Bt")
                    && request.header("authorization").isEmpty()) {
                issue(0, request, out, socket);
            } else {
                StubApi.json(401, "{\"error\":\"invalid_client\"}").write(request, out, socket);
            }
        };
        try (Shop shop = shop(token, StubApi.json("{}"))) {
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
            assertThat(journal(shop)).containsExactly("token", "token", "Bearer t1", "token", "Bearer t2");
        }
    }

    @Test
    void aRefusedClientIsToldWithoutItsSecret() {
        StubApi.Answer token = StubApi.json(
                401, "{\"error\":\"invalid_client\",\"error_description\":\"s3/cr+t is wrong (" + BASIC + ")\"}");
        try (Shop shop = shop(token, StubApi.json("{}"))) {
            ToolResult result = shop.call("shop_get", "{}");
            assertThat(result.code()).isEqualTo("unauthorized");
            assertThat(text(result))
                    .isEqualTo("The token endpoint of Shop gave no token: 401 invalid_client. *** is wrong (Basic ***)."
                            + " The call was not sent. Tell the operator of this server to check client id and secret"
                            + " (SHOP_CLIENT_ID, SHOP_CLIENT_SECRET); calling again does not help.");
            assertThat(journal(shop)).containsExactly("token", "token");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "400 ~ {\"error\":\"invalid_scope\"} ~ token_refused ~ 400 invalid_scope. The call was not sent. Tell the operator of this server to check the scope that is asked for (SHOP_SCOPE); calling again does not help.",
                "400 ~ {\"error\":\"unauthorized_client\"} ~ token_refused ~ 400 unauthorized_client. The call was not sent. Tell the operator of this server to check what tokens are asked for with, and the address (SHOP_TOKEN_URL); calling again does not help.",
                "404 ~ Not found ~ token_refused ~ 404. The call was not sent. Tell the operator of this server to check what tokens are asked for with, and the address (SHOP_TOKEN_URL); calling again does not help.",
                "500 ~ {} ~ token_refused ~ 500. The call was not sent. Try again later.",
                "429 ~ {} ~ token_refused ~ 429. The call was not sent. Try again later.",
                "200 ~ {\"token_type\":\"bearer\"} ~ token_refused ~ 200. The call was not sent. Tell the operator of this server to check what tokens are asked for with, and the address (SHOP_TOKEN_URL); calling again does not help.",
                "200 ~ {\"access_token\":\"a\\nb\"} ~ token_refused ~ 200. The call was not sent. Tell the operator of this server to check what tokens are asked for with, and the address (SHOP_TOKEN_URL); calling again does not help.",
                "200 ~ {\"access_token\":\"t\",\"token_type\":\"mac\"} ~ token_refused ~ 200. The call was not sent. Tell the operator of this server to check what tokens are asked for with, and the address (SHOP_TOKEN_URL); calling again does not help."
            })
    void anAnswerWithoutATokenIsTold(int status, String body, String code, String told) {
        try (Shop shop = shop(StubApi.json(status, body), StubApi.json("{}"))) {
            ToolResult result = shop.call("shop_get", "{}");
            assertThat(result.code()).isEqualTo(code);
            assertThat(text(result)).isEqualTo("The token endpoint of Shop gave no token: " + told);
            assertThat(journal(shop)).containsOnly("token");
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        StubApi.Answer token = StubApi.whole(307, "", new byte[0], "Location: /elsewhere");
        try (Shop shop = shop(token, StubApi.json("{}"))) {
            assertThat(shop.text("shop_get", "{}"))
                    .startsWith("The token endpoint of Shop gave no token: 307. The call");
            assertThat(journal(shop)).containsExactly("token");
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsNoToken() {
        StubApi.Answer token = StubApi.json("{\"access_token\":\"" + "t".repeat(70_000) + "\"}");
        try (Shop shop = shop(token, StubApi.json("{}"))) {
            ToolResult result = shop.call("shop_get", "{}");
            assertThat(result.code()).isEqualTo("upstream_invalid");
            assertThat(journal(shop)).containsExactly("token");
        }
    }

    @Test
    void theWaitForATokenIsPartOfTheCallsDeadline() {
        StubApi.Answer silent = (request, out, socket) -> {};
        try (Shop shop = shop(silent, StubApi.json("{}"))
                .limits(UpstreamLimits.defaults().withDeadline(Duration.ofMillis(300)))) {
            ToolResult result = shop.call("shop_create", "{\"data\":1}");
            assertThat(result.code()).isEqualTo("upstream_timeout");
            assertThat(text(result))
                    .isEqualTo("The token endpoint of Shop did not answer in time. The call was not sent."
                            + " Try again later.");
        }
    }

    @Test
    void anEndpointThatIsNotThereIsTold() {
        try (Shop shop = shop("http://127.0.0.1:1/token")) {
            ToolResult result = shop.call("shop_create", "{\"data\":1}");
            assertThat(result.code()).isEqualTo("upstream_unreachable");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://login.example.com/token", "ftp://127.0.0.1/token", "https://u:p@127.0.0.1/token", "http://[/"})
    void secretsAreSentToSafeAddressesOnly(String url) {
        try (Shop shop = shop(url)) {
            assertThat(shop.text("shop_get", "{}"))
                    .isEqualTo("The token endpoint of Shop is at an address that secrets are not sent to: it must be"
                            + " https. Nothing was sent. Tell the operator of this server to set another"
                            + " (SHOP_TOKEN_URL).");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void aDescriptionOfAnApiElsewhereSendsNoSecretToThisMachine() {
        try (StubApi local = new StubApi();
                Shop shop = shop(local.url().resolve("/token").toString()).basePath("http://192.0.2.1/")) {
            local.answering(issuing(3600));
            assertThat(shop.text("shop_get", "{}"))
                    .startsWith("The token endpoint of Shop is at an address that secrets are not sent to")
                    .endsWith("to set another (SHOP_TOKEN_URL).");
            assertThat(local.journal()).isEmpty();
        }
    }

    @Test
    void noTokenIsAskedForWhenTheCallMayNotBeSent() throws Exception {
        try (Shop shop = shop(issuing(3600), StubApi.json("{}"))) {
            ToolResult result = shop.call("shop_get", () -> false).get(60, TimeUnit.SECONDS);
            assertThat(result.code()).isEqualTo(CallTerms.STOPPED);
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void aCallThatIsStoppedTakesNoOtherWithIt() throws Exception {
        try (Shop shop = shop(issuing(3600), StubApi.json("{}"))) {
            AtomicReference<CompletableFuture<ToolResult>> other = new AtomicReference<>();
            CompletableFuture<ToolResult> stopped = shop.call("shop_get", () -> {
                other.set(shop.call("shop_get", "{}", new CompletableFuture<>()));
                return false;
            });
            assertThat(stopped.get(60, TimeUnit.SECONDS).code()).isEqualTo(CallTerms.STOPPED);
            assertThat(text(other.get().get(60, TimeUnit.SECONDS))).isEqualTo("{}");
            assertThat(journal(shop)).containsExactly("token", "Bearer t1");
        }
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsEndsAtOnceAndLeavesTheTokenToOthers() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        StubApi.Answer late = (request, out, socket) -> {
            answer.await();
            issue(3600, request, out, socket);
        };
        try (Shop shop = shop(late, StubApi.json("{}"))) {
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            CompletableFuture<ToolResult> first = shop.call("shop_create", "{\"data\":1}", cancelled);
            CompletableFuture<ToolResult> second = shop.call("shop_get", "{}", new CompletableFuture<>());
            cancelled.complete(null);
            assertThat(first.get(60, TimeUnit.SECONDS).code()).isEqualTo("cancelled");
            answer.countDown();
            assertThat(text(second.get(60, TimeUnit.SECONDS))).isEqualTo("{}");
            assertThat(journal(shop)).containsExactly("token", "Bearer t1");
        }
    }

    @Test
    void aRefusalOfTheClientIsKeptForAWhile() throws Exception {
        StubApi.Answer refusal = StubApi.json(401, "{\"error\":\"invalid_client\"}");
        try (Shop shop = shop(StubApi.inTurn(refusal, refusal, issuing(3600)), StubApi.json("{}"))) {
            String told = shop.text("shop_get", "{}");
            assertThat(shop.text("shop_get", "{}")).isEqualTo(told).contains("401 invalid_client");
            assertThat(journal(shop)).containsExactly("token", "token");
            String other = CREDENTIAL.replace("s3/cr+t", "another");
            assertThat(text(shop.callFor(other, "shop_get").get(60, TimeUnit.SECONDS)))
                    .isEqualTo("{}");
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            String last = told;
            while (last.equals(told) && System.nanoTime() < until) {
                last = shop.text("shop_get", "{}");
            }
            assertThat(last).isEqualTo("{}");
            assertThat(journal(shop)).containsExactly("token", "token", "token", "Bearer t1", "token", "Bearer t2");
        }
    }

    @Test
    void aFailedRequestIsNotKept() {
        StubApi.Answer token = StubApi.inTurn(StubApi.json(500, "{}"), issuing(3600));
        try (Shop shop = shop(token, StubApi.json("{}"))) {
            assertThat(shop.call("shop_get", "{}").code()).isEqualTo("token_refused");
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
        }
    }

    @Test
    void aTokenEndpointThatIsSetWinsAndServesSchemesThatNameNone() throws Exception {
        try (StubApi login = new StubApi();
                Shop shop = new Shop()
                        .with("shop_t", "get", "", Shop.ANY, args -> ApiRequest.get("/x"))
                        .security(
                                "[{\"name\":\"b\",\"type\":\"http\",\"scheme\":\"bearer\",\"in\":\"\",\"parameter\":\"\"}]")
                        .tokenUrl(login.url().resolve("/t?tenant=a"))
                        .credential(CREDENTIAL)) {
            login.answering(StubApi.json("{\"access_token\":\"tt\",\"expires_in\":\"60\"}"));
            shop.text("shop_t", "{}");
            assertThat(login.only().line()).isEqualTo("POST /t?tenant=a HTTP/1.1");
            assertThat(shop.api().only().header("authorization")).isEqualTo("Bearer tt");
        }
    }
}
