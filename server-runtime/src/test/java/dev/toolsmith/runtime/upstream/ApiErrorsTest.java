package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'status_code':400,'type':'invalid_request_error','code':'value_not_found','message':'No such option'}"
                        + "|Shop refused the call: 400 value_not_found. No such option."
                        + " Nothing was changed. Mend the arguments and call again.",
                "401|{'code':'unauthorized','message':'Bad token.'}"
                        + "|Shop refused the call: 401 unauthorized. Bad token. The credential was refused: it is wrong,"
                        + " revoked or expired. Tell the operator of this server to renew it; calling again does not help.",
                "403|{'code':'unauthorized','message':'Missing scope'}"
                        + "|Shop refused the call: 403 unauthorized. Missing scope. The credential is not allowed to do this."
                        + " This tool needs the scopes things:read. Tell the operator of this server to grant what is missing.",
                "404|{'code':'not_found','message':''}"
                        + "|Shop refused the call: 404 not_found. What the arguments name does not exist, or is hidden from"
                        + " this credential. Check ids and slugs, for instance with a list tool.",
                "409|{'error':{'code':'slug_conflict','message':'Taken!'}}"
                        + "|Shop refused the call: 409 slug_conflict. Taken! It conflicts with what is there."
                        + " Read the present state, then change the arguments.",
                "413||Shop refused the call: 413. The arguments are too large. Send less at a time.",
                "418|<html>x</html>|Shop refused the call: 418. Change the arguments and call again.",
                "422|{'title':'Invalid','detail':'x is odd','errors':[{'pointer':'/x','detail':'odd'},'plain']}"
                        + "|Shop refused the call: 422. x is odd.\\n- /x: odd\\n- plain\\n"
                        + "Nothing was changed. Mend the arguments and call again.",
                "400|{'code':'validation_type','message':'Wrong, at data.x: is no date.','validation_errors':"
                        + "[{'path':['data','x'],'message':'is no date'},{'path':['y'],'message':'odd'}]}"
                        + "|Shop refused the call: 400 validation_type. Wrong, at data.x: is no date.\\n- y: odd\\n"
                        + "Nothing was changed. Mend the arguments and call again.",
                "500|[1]|Shop refused the call: 500. The fault is on its side. It is not known whether the call was"
                        + " carried out: look before you call again.",
                "400|{'error':'invalid_grant','error_description':'Expired'}"
                        + "|Shop refused the call: 400 invalid_grant. Expired."
                        + " Nothing was changed. Mend the arguments and call again."
            })
    void refusalsAreWorded(int status, String body, String text) {
        try (Shop shop = new Shop().writing()) {
            shop.api().answering(StubApi.json(status, body == null ? "" : body.replace('\'', '"')));
            assertThat(shop.text("shop_create", "{\"data\":1}")).isEqualTo(text.replace("\\n", "\n"));
        }
    }

    @Test
    void validationErrorsNameTheirPaths() {
        try (Shop shop = new Shop().writing()) {
            shop.api()
                    .answering(StubApi.json(
                            400,
                            "{\"status_code\":400,\"type\":\"invalid_request_error\",\"code\":\"validation_type\",\"message\":"
                                    + "\"Body payload validation error.\",\"validation_errors\":[{\"code\":\"invalid_type\",\"path\":"
                                    + "[\"data\",\"values\",0,\"name\"],\"message\":\"Expected string\",\"expected\":\"string\","
                                    + "\"received\":\"number\"},{\"code\":\"x\",\"path\":[],\"message\":\"Unknown keys\"}]}",
                            "X-Request-Id: req-1"));
            ToolResult result = shop.call("shop_create", "{\"data\":1}");
            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .isEqualTo("Shop refused the call: 400 validation_type. Body payload validation error."
                            + "\n- data.values.0.name: Expected string (expected string, received number)"
                            + "\n- Unknown keys"
                            + "\nNothing was changed. Mend the arguments and call again.");
            assertThat(new String(result.meta().orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"dev.toolsmith/error\":{\"code\":\"refused_by_api\",\"status\":400,"
                            + "\"apiCode\":\"validation_type\",\"requestId\":\"req-1\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300|{'message':'FILLKEY'}",
                "80|{'code':'FILLKEY'}",
                "300|{'errors':['FILLKEY']}",
                "300|{'errors':[{'message':'FILLKEY'}]}",
                "80|{'errors':[{'path':['FILLKEY'],'message':'m'}]}",
                "80|{'errors':[{'message':'m','received':'FILLKEY'}]}",
                "80|{'errors':[{'message':'m','received':['FILLKEY']}]}"
            })
    void noPartOfTheCredentialIsLeftWhereItsWordsAreCut(int cut, String body) {
        try (Shop shop = new Shop().reading()) {
            for (int part = 5; part < Shop.KEY.length(); part++) {
                String words = "y".repeat(cut - part) + Shop.KEY + "z".repeat(400);
                shop.api().answering(StubApi.json(400, body.replace('\'', '"').replace("FILLKEY", words)));
                ToolResult result = shop.call("shop_get", "{}");
                assertThat(new String(result.text(), StandardCharsets.UTF_8))
                        .contains("y***")
                        .doesNotContain("key");
                assertThat(new String(result.meta().orElseThrow(), StandardCharsets.UTF_8))
                        .doesNotContain("key");
            }
        }
    }

    @Test
    void theApisWordsAreCutAndCleaned() {
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(StubApi.json(
                            400, "{\"message\":\"a\\u0000\\u001b[31m\\u202eb\\n\\n" + "y".repeat(1000) + "\"}"));
            assertThat(shop.text("shop_get", "{}"))
                    .isEqualTo("Shop refused the call: 400. a [31m b " + "y".repeat(291)
                            + "… Nothing was changed. Mend the arguments and call again.");
        }
    }
}
