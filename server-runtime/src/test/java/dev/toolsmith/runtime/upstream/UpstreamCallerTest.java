package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class UpstreamCallerTest {

    @Test
    void aReadReturnsTheAnswerCompactly() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json("{ \"data\" : [ 1, 2.50, 1E400, \"Ω😀\\/\" ] , \"x\" : null }\n"));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{\"data\":[1,2.50,1E400,\"Ω😀/\"],\"x\":null}");
            StubApi.Got got = shop.api().only();
            assertThat(got.line()).isEqualTo("GET /v1/things HTTP/1.1");
            assertThat(got.headers().keySet())
                    .containsExactlyInAnyOrder("host", "accept", "accept-encoding", "authorization", "user-agent");
            assertThat(got.header("authorization")).isEqualTo("Bearer " + Shop.KEY);
            assertThat(got.header("user-agent")).isEqualTo("shop-mcp-server/1");
            assertThat(got.header("accept")).isEqualTo("application/json, */*;q=0.1");
        }
    }

    @Test
    void aBodyKeepsNumbersAndNullsExactly() {
        try (Shop shop = new Shop().writing()) {
            shop.call(
                    "shop_create",
                    "{\"data\": {\"a\": null, \"b\": 10.50, \"c\": 12345678901234567890123, \"d\": \"😀\"}}");
            StubApi.Got got = shop.api().only();
            assertThat(got.text())
                    .isEqualTo("{\"data\":{\"a\":null,\"b\":10.50,\"c\":12345678901234567890123,\"d\":\"😀\"}}");
            assertThat(got.header("content-type")).isEqualTo("application/json");
            assertThat(got.header("content-length")).isEqualTo(String.valueOf(got.body().length));
        }
    }

    @Test
    void anUnknownToolIsTheTransportsAffair() {
        try (Shop shop = new Shop().reading()) {
            assertThatThrownBy(() -> shop.call("nothing", "{}"))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnknownToolException.class)
                    .rootCause()
                    .hasMessage("Unknown tool: nothing");
            assertThatThrownBy(() -> shop.call("shop_gets", "{}"))
                    .rootCause()
                    .hasMessage("Unknown tool: shop_gets. Did you mean \"shop_get\"?");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void argumentsThatTheSchemaRefusesAreNotSent() {
        try (Shop shop = new Shop()
                .with(
                        "shop_strict",
                        "create",
                        "",
                        "{\"type\":\"object\",\"properties\":{\"limit\":{\"type\":\"integer\"}},\"additionalProperties\":false}",
                        args -> dev.toolsmith.runtime.tool.ApiRequest.post("/x"))) {
            assertThat(shop.text("shop_strict", "{\"limit\":\"10\",\"lmit\":1}"))
                    .isEqualTo("These arguments do not fit the tool. Nothing was sent."
                            + "\n- limit: expected a whole number, got the string \"10\". Send 10 without quotes."
                            + "\n- lmit: not known to this tool. Did you mean \"limit\"?"
                            + "\nMend them and call the tool again.");
            assertThat(shop.call("shop_strict", "{\"limit\":\"10\"}").isError()).isTrue();
            assertThat(shop.api().journal()).isEmpty();
        }
    }
}
