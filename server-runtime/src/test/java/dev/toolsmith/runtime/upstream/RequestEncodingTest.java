package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "form          ~ true  ~ 'a b&c=d'                 ~ q=a%20b%26c%3Dd",
                "form          ~ true  ~ '1&offset=9'              ~ q=1%26offset%3D9",
                "form          ~ true  ~ '+'                       ~ q=%2B",
                "form          ~ true  ~ ''                        ~ q=",
                "form          ~ true  ~ 10                        ~ q=10",
                "form          ~ true  ~ 10.50                     ~ q=10.50",
                "form          ~ true  ~ 1E+3                      ~ q=1000",
                "form          ~ true  ~ 1E+999999999              ~ q=1E%2B999999999",
                "form          ~ true  ~ true                      ~ q=true",
                "form          ~ true  ~ null                      ~ q=",
                "form          ~ true  ~ []                        ~ ",
                "form          ~ true  ~ ['a','b c']               ~ q=a&q=b%20c",
                "form          ~ true  ~ [{'a':1}]                 ~ q=%7B%22a%22%3A1%7D",
                "form          ~ true  ~ {'a':1,'b':'x'}           ~ a=1&b=x",
                "form          ~ false ~ ['a','b,c']               ~ q=a,b%2Cc",
                "form          ~ false ~ []                        ~ ",
                "form          ~ false ~ {'a':1,'b':'x'}           ~ q=a,1,b,x",
                "spaceDelimited~ false ~ ['a','b c']               ~ q=a%20b%20c",
                "pipeDelimited ~ false ~ ['a','b']                 ~ q=a%7Cb",
                "deepObject    ~ true  ~ {'a':1,'b':{'c':[2,3]}}   ~ q%5Ba%5D=1&q%5Bb%5D%5Bc%5D=2&q%5Bb%5D%5Bc%5D=3",
                "deepObject    ~ true  ~ {'a':null}                ~ "
            })
    void queryParametersFollowTheirStyle(String style, boolean explode, String value, String expected) {
        String json = value.matches("[\\[{].*|-?\\d[\\d.E+]*|true|null") ? value.replace('\'', '"') : '"' + value + '"';
        try (Shop shop = get(args -> ApiRequest.get("/x").query("q", args.optional("q"), style, explode))) {
            shop.call("shop_t", "{\"q\":" + json + "}");
            String target = expected == null ? "/x" : "/x?" + expected;
            assertThat(shop.api().only().target()).isEqualTo(target);
        }
    }

    @Test
    void anAbsentParameterIsLeftOut() {
        try (Shop shop =
                get(args -> ApiRequest.get("/x").query("q", args.optional("q")).header("X-H", args.optional("h")))) {
            shop.call("shop_t", "{}");
            assertThat(shop.api().only().target()).isEqualTo("/x");
            assertThat(shop.api().only().headers()).doesNotContainKey("x-h");
        }
    }

    @Test
    void headersAndCookiesCarryTheirValues() {
        try (Shop shop = get(args -> ApiRequest.get("/x")
                .header("X-List", args.optional("list"))
                .header("X-Map", args.optional("map"))
                .cookie("c", args.optional("cookie")))) {
            shop.call("shop_t", "{\"list\":[\"a\",2],\"map\":{\"k\":true},\"cookie\":\"v\"}");
            assertThat(shop.api().only().header("x-list")).isEqualTo("a,2");
            assertThat(shop.api().only().header("x-map")).isEqualTo("k,true");
            assertThat(shop.api().only().header("cookie")).isEqualTo("c=v");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Evil: 1", "a\\u0000", "é", "\\u007f", "a\\nb"})
    void headerValuesCannotBreakOut(String value) {
        try (Shop shop = get(args -> ApiRequest.get("/x").header("X-Trace", args.optional("x_trace")))) {
            assertThat(shop.text("shop_t", "{\"x_trace\":\"" + value + "\"}"))
                    .isEqualTo("The argument \"x_trace\" must be printable ASCII, as it is sent in a header."
                            + " Nothing was sent.");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "cookie",
                "Host",
                "Transfer-Encoding",
                "Content-Length",
                "Proxy-Authorization",
                "X-Forwarded-For",
                "Forwarded",
                "Connection",
                "Accept-Encoding"
            })
    void argumentsNeverBecomeTheServersOwnHeaders(String name) {
        try (Shop shop = get(args -> ApiRequest.get("/x").header(name, args.optional("h")))) {
            assertThat(shop.text("shop_t", "{\"h\":\"x\"}"))
                    .isEqualTo("The argument \"h\" would set the header " + name
                            + ", which only the server sets. Leave it out. Nothing was sent.");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void formsAreEncodedAndArraysRepeat() {
        try (Shop shop = post(args -> ApiRequest.post("/x").formBody(args.only("a", "b", "c", "d")))) {
            shop.call("shop_t", "{\"a\":\"x y&z\",\"b\":[1,2],\"c\":{\"k\":null},\"d\":null}");
            assertThat(shop.api().only().text()).isEqualTo("a=x%20y%26z&b=1&b=2&c=%7B%22k%22%3Anull%7D&d=");
            assertThat(shop.api().only().header("content-type")).isEqualTo("application/x-www-form-urlencoded");
        }
    }

    @Test
    void multipartHasFieldsFilesAndJson() {
        try (Shop shop = post(args -> ApiRequest.post("/x").multipartBody(args.only("name", "file", "tags", "meta")))) {
            shop.call(
                    "shop_t",
                    "{\"name\":\"n\",\"file\":{\"base64\":\"AAH/\",\"filename\":\"a\\\"b.bin\",\"content_type\":\"image/png\"},"
                            + "\"tags\":[\"x\",\"y\"],\"meta\":{\"k\":1}}");
            StubApi.Got got = shop.api().only();
            String boundary = got.header("content-type").replace("multipart/form-data; boundary=", "");
            assertThat(boundary).matches("part-[0-9a-f]{24}");
            assertThat(new String(got.body(), StandardCharsets.ISO_8859_1))
                    .isEqualTo(String.join(
                                    "\r\n",
                                    "--B",
                                    "Content-Disposition: form-data; name=\"name\"",
                                    "",
                                    "n",
                                    "--B",
                                    "Content-Disposition: form-data; name=\"file\"; filename=\"a%22b.bin\"",
                                    "Content-Type: image/png",
                                    "",
                                    "\0\1ÿ",
                                    "--B",
                                    "Content-Disposition: form-data; name=\"tags\"",
                                    "",
                                    "x",
                                    "--B",
                                    "Content-Disposition: form-data; name=\"tags\"",
                                    "",
                                    "y",
                                    "--B",
                                    "Content-Disposition: form-data; name=\"meta\"",
                                    "Content-Type: application/json",
                                    "",
                                    "{\"k\":1}",
                                    "--B--",
                                    "")
                            .replace("--B", "--" + boundary));
        }
    }

    private static String multipart(Function<ToolArguments, ApiRequest> mapping, String arguments) {
        try (Shop shop = post(mapping)) {
            assertThat(shop.text("shop_t", arguments)).isEqualTo("{}");
            StubApi.Got got = shop.api().only();
            String boundary = got.header("content-type").replace("multipart/form-data; boundary=", "");
            return new String(got.body(), StandardCharsets.UTF_8)
                    .replace("--" + boundary, "--B")
                    .replace("Content-Disposition: form-data; name=", "")
                    .replace("\r\n", "|");
        }
    }

    @Test
    void partsAreCalledWhatTheDescriptionSays() {
        String sent = multipart(
                args -> ApiRequest.post("/x")
                        .multipartBody(args.only("list", "note", "csv", "photos", "any"))
                        .typed("list", "application/json")
                        .typed("note", "application/vnd.x+json; charset=utf-8")
                        .typed("csv", "text/csv")
                        .typed("photos", "image/*, image/png")
                        .typed("any", "*/*"),
                "{\"list\":[1,2],\"note\":\"n\",\"csv\":\"a,b\",\"any\":\"x\",\"photos\":[{\"base64\":\"YQ==\"},"
                        + "{\"base64\":\"Yg==\",\"filename\":\"b.gif\",\"content_type\":\"image/gif\"}]}");
        assertThat(sent)
                .isEqualTo("--B|\"list\"|Content-Type: application/json||[1,2]|"
                        + "--B|\"note\"|Content-Type: application/vnd.x+json; charset=utf-8||\"n\"|"
                        + "--B|\"csv\"|Content-Type: text/csv||a,b|"
                        + "--B|\"photos\"; filename=\"photos\"|Content-Type: image/png||a|"
                        + "--B|\"photos\"; filename=\"b.gif\"|Content-Type: image/gif||b|"
                        + "--B|\"any\"||x|--B--|");
    }

    @Test
    void fieldsOfPartsFollowTheirStyle() {
        String sent = multipart(
                args -> ApiRequest.post("/x")
                        .multipartBody(args.only("a", "b", "c", "d"))
                        .styled("a", "form", false)
                        .styled("b", "deepObject", true)
                        .styled("c", "form", true),
                "{\"a\":[\"x y\",\"z\"],\"b\":{\"k\":1},\"c\":[1,2],\"d\":null}");
        assertThat(sent).isEqualTo("--B|\"a\"||x y,z|--B|\"b[k]\"||1|--B|\"c\"||1|--B|\"c\"||2|--B--|");
    }

    @Test
    void aFormMayHoldJson() {
        try (Shop shop =
                post(args -> ApiRequest.post("/x").formBody(args.only("a", "b")).typed("a", "application/json"))) {
            shop.call("shop_t", "{\"a\":[1,\"x\"],\"b\":\"y\"}");
            assertThat(shop.api().only().text()).isEqualTo("a=%5B1%2C%22x%22%5D&b=y");
        }
    }

    @Test
    void aBinaryBodyMayBeAFile() {
        try (Shop shop = post(args -> ApiRequest.post("/x").binaryBody(args.required("file")))) {
            shop.call("shop_t", "{\"file\":{\"base64\":\"AAH/\",\"content_type\":\"image/png\"}}");
            assertThat(shop.api().only().body()).containsExactly(0, 1, 255);
            assertThat(shop.api().only().header("content-type")).isEqualTo("image/png");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "text/plain                       ~ {\"result\":\"é\"}",
                "text/csv; charset=\"utf-8\"      ~ {\"result\":\"é\"}",
                "text/plain; charset=ISO-8859-1   ~ {\"result\":\"Ã©\"}",
                "text/plain; charset=nonsense     ~ {\"result\":\"é\"}",
                "application/xml                  ~ {\"result\":\"é\"}",
                "application/x-ndjson             ~ {\"result\":\"é\"}",
                "application/yaml                 ~ {\"result\":\"é\"}",
                "application/vnd.x;charset=utf-8  ~ {\"result\":\"é\"}",
                "application/octet-stream         ~ {\"content_type\":\"application/octet-stream\",\"base64\":\"w6k=\"}",
                "image/png                        ~ {\"content_type\":\"image/png\",\"base64\":\"w6k=\"}"
            })
    void answersThatAreNoJsonAreTextOrBase64(String type, String expected) {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.whole(200, type, "é".getBytes(StandardCharsets.UTF_8)));
            assertThat(shop.text("shop_get", "{}")).isEqualTo(expected);
        }
    }

    @Test
    void aBinaryAnswerThatIsTooLargeForAResultIsLeftOut() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.whole(200, "image/png", new byte[200 << 10]));
            assertThat(shop.call("shop_get", "{}").code()).isEqualTo("result_too_large");
        }
    }

    @Test
    void anAnswerWithoutContentIsAnEmptyObject() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.raw("HTTP/1.1 204 X\r\n\r\n"));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{}");
        }
    }

    @Test
    void textAndBinaryBodiesAreBare() {
        try (Shop shop = post(
                args -> ApiRequest.post("/x").textBody(args.optional("body")).contentType("text/csv"))) {
            shop.call("shop_t", "{\"body\":\"ä,b\"}");
            assertThat(shop.api().only().text()).isEqualTo("ä,b");
            assertThat(shop.api().only().header("content-type")).isEqualTo("text/csv;charset=utf-8");
        }
        try (Shop shop = post(args -> ApiRequest.post("/x").binaryBody(args.required("file")))) {
            shop.call("shop_t", "{\"file\":\"AAH/\"}");
            assertThat(shop.api().only().body()).containsExactly(0, 1, 255);
            assertThat(shop.text("shop_t", "{\"file\":\"not base64!\"}"))
                    .isEqualTo("The argument \"file\" must be Base64 of the bytes to send. Nothing was sent.");
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    @Test
    void halfACharacterInABodyStaysEscaped() {
        try (Shop shop = new Shop().writing()) {
            shop.call("shop_create", "{\"data\":\"a\\ud800b\"}");
            assertThat(shop.api().only().text()).isEqualTo("{\"data\":\"a\\uD800b\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "http~basic~~~authorization~Basic a2V5LTVlM2MxZjo=",
                "http~bearer~~~authorization~Bearer key-5e3c1f",
                "openIdConnect~~~~authorization~Bearer key-5e3c1f",
                "apiKey~~header~X-Key~x-key~key-5e3c1f",
                "apiKey~~cookie~sid~cookie~sid=key-5e3c1f"
            })
    void theCredentialTravelsAsTheDescriptionSays(
            String type, String scheme, String in, String parameter, String header, String value) {
        String row = "{\"name\":\"s\",\"type\":\"" + type + "\",\"scheme\":\"" + text(scheme) + "\",\"in\":\""
                + text(in) + "\",\"parameter\":\"" + text(parameter) + "\"}";
        try (Shop shop = new Shop().reading().security("[" + row + "]")) {
            shop.call("shop_get", "{}");
            assertThat(shop.api().only().header(header)).isEqualTo(value);
        }
    }

    @Test
    void anApiKeyInTheQueryComesLast() {
        try (Shop shop = get(args -> ApiRequest.get("/x").query("q", args.optional("q")))
                .security(
                        "[{\"name\":\"k\",\"type\":\"apiKey\",\"scheme\":\"\",\"in\":\"query\",\"parameter\":\"key\"}]")) {
            shop.call("shop_t", "{\"q\":1}");
            assertThat(shop.api().only().target()).isEqualTo("/x?q=1&key=key-5e3c1f");
        }
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static Shop get(Function<ToolArguments, ApiRequest> mapping) {
        return new Shop().with("shop_t", "get", "", Shop.ANY, mapping);
    }

    private static Shop post(Function<ToolArguments, ApiRequest> mapping) {
        return new Shop().with("shop_t", "create", "", Shop.ANY, mapping);
    }
}
