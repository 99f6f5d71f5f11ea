package dev.toolsmith.runtime.upstream.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class PathCorpusTest {

    private static final String END = " Nothing was sent.\nMend it and call the tool again.";

    private static final List<String> TEMPLATES = List.of(
            "/v2/notes/{id}",
            "/v2/objects/{id}/records/query",
            "/v2/{id}/fixed/attributes",
            "/v2/files/{id}.json",
            "/v2/lists/x/{id}/entries/y/values");

    private static final List<String> REFUSED = List.of(
            "",
            ".",
            "..",
            "../",
            "/..",
            "../../x",
            "a/../b",
            "a/./b",
            "./x",
            "..\\",
            "..\\x",
            "a\\..",
            "..;/",
            "..;a=b/x",
            "..%2f",
            "..%2F",
            "%2e%2e",
            "%2E%2e",
            "%2e",
            ".%2e",
            "%2e./x",
            "%252e%252e",
            "%252e%252e%252f",
            "..%5c",
            "..%255c",
            "\r\nHost: evil",
            "a\nb",
            "a\0b",
            "\t",
            "\u007f",
            "\u0085",
            "\u009f",
            "\u001b[2J",
            "．．",
            "．．／x",
            "‥",
            "a／．．／b",
            "\ud800",
            "a\udc00",
            "\udc00\ud800",
            "x".repeat(513),
            "é".repeat(257),
            "..//",
            "//..",
            "%2e%2e;x/");

    private static final List<String> TAKEN = List.of(
            "In Progress",
            "A/B",
            "50%",
            "Ω",
            "a+b",
            "a;b",
            "a:b",
            "a@b",
            "😀",
            "...",
            "..a",
            "a..",
            ".git",
            "/",
            "//evil.com",
            "?x=1",
            "#f",
            "@evil.com",
            "%00",
            "%0d%0a",
            "%c0%ae%c0%ae",
            "\u2215",
            "\u200b",
            "a&b=c",
            "é",
            "'",
            "\"",
            "<b>",
            "{id}",
            "}",
            "|",
            "^",
            "`",
            "~",
            "-",
            "_",
            "*",
            "(",
            ")",
            "!",
            "$",
            ",",
            "=",
            "[x]",
            "a b",
            " ",
            "x".repeat(512),
            "http://evil",
            "C:\\x",
            "a\\b",
            "日本語",
            "\u202e",
            "%",
            "%%",
            "%zz",
            "%2",
            "null",
            "0");

    @Test
    void hostileValuesNeverChangeAPath() {
        List<String> values = new ArrayList<>(REFUSED);
        values.addAll(TAKEN);
        values.addAll(mixed(1500));
        int built = 0;
        for (String template : TEMPLATES) {
            for (String value : values) {
                built += isBuiltAsPlanned(template, value) ? 1 : 0;
            }
        }
        assertThat(built).isBetween(1000, TEMPLATES.size() * values.size());
    }

    @Test
    void whatMustBeRefusedIsRefusedInEverySlot() {
        for (String template : TEMPLATES) {
            for (String value : REFUSED) {
                assertThatThrownBy(() -> RequestPath.of(request(template, value), arguments(value)))
                        .as("%s in %s", value, template)
                        .isInstanceOf(RefusedArgument.class)
                        .hasMessageContaining("\"id\"");
            }
        }
    }

    @Test
    void whatMayPassIsEncodedInEverySlot() {
        for (String template : TEMPLATES) {
            for (String value : TAKEN) {
                assertThat(isBuiltAsPlanned(template, value))
                        .as("%s in %s", value, template)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "In Progress,In%20Progress",
        "A/B,A%2FB",
        "50%,50%25",
        "Ω,%CE%A9",
        "a+b,a%2Bb",
        "a;b,a%3Bb",
        "a:b,a%3Ab",
        "a@b,a%40b",
        "😀,%F0%9F%98%80",
        "e\u0301,%C3%A9"
    })
    void takenValuesReachTheApiAsTheseBytes(String value, String encoded) {
        try (Shop shop = withSlot()) {
            assertThat(shop.call("shop_one", arguments(value).required("all").toString())
                            .isError())
                    .isFalse();
            assertThat(shop.api().only().line()).isEqualTo("GET /v2/things/" + encoded + "/parts HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[[]]",
                "[\"a\",null]",
                "[\"a\",[\"b\"]]",
                "[\"a\",\"\"]",
                "[\"a\",\"..\"]",
                "{}",
                "{\"a\":{}}",
                "{\"a\":\"..\"}",
                "{\"..\":1}",
                "{\"\":1}",
                "\"..\"",
                "\"\""
            })
    void valuesThatAreNoPartOfAPathNeverReachTheApi(String json) {
        try (Shop shop = withSlot()) {
            assertThat(shop.call("shop_one", "{\"id\":" + json + "}").isError()).isTrue();
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "label,false",
                "label,true",
                "matrix,false",
                "matrix,true",
                "simple,false",
                "simple,true",
                "json,false"
            })
    void noStyleLetsAValueOutOfItsSlot(String style, boolean explode) {
        List<String> values = new ArrayList<>(REFUSED);
        values.addAll(TAKEN);
        values.addAll(mixed(300));
        int built = 0;
        for (String template : TEMPLATES) {
            for (String value : values) {
                for (ObjectNode given : shapes(value)) {
                    built += keepsItsSlot(template, given, style, explode) ? 1 : 0;
                }
            }
        }
        assertThat(built).isBetween(2000, TEMPLATES.size() * values.size() * 5);
    }

    /** A value alone, in an array, as a member and as a member's name. */
    private static List<ObjectNode> shapes(String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode alone = nodes.objectNode().put("id", value);
        ObjectNode one = nodes.objectNode();
        one.putArray("id").add(value);
        ObjectNode last = nodes.objectNode();
        last.putArray("id").add("a").add(value);
        ObjectNode member = nodes.objectNode();
        member.putObject("id").put("R", value);
        ObjectNode name = nodes.objectNode();
        name.putObject("id").put(value, 100);
        return List.of(alone, one, last, member, name);
    }

    private static boolean keepsItsSlot(String template, ObjectNode given, String style, boolean explode) {
        String path;
        try {
            path = RequestPath.of(
                    ApiRequest.get(template).path("id", given.get("id"), style, explode), new ToolArguments(given));
        } catch (RefusedArgument e) {
            return false;
        }
        int slot = template.indexOf("{id}");
        String end = template.substring(slot + "{id}".length());
        assertThat(path).startsWith(template.substring(0, slot)).endsWith(end);
        String filled = path.substring(slot, path.length() - end.length());
        assertThat(filled).matches("[A-Za-z0-9._~%,;=-]+").doesNotMatch("\\.{1,2}(;.*)?");
        assertThat(filled.chars().filter(character -> character == ';').count())
                .as(filled)
                .isLessThanOrEqualTo(style.equals("matrix") ? 2 : 0);
        return true;
    }

    @Test
    void wholeNumbersAreTakenAsTheyAre() {
        try (Shop shop = withSlot()) {
            shop.call("shop_one", "{\"id\":12345678901234567890}");
            assertThat(shop.api().only().target()).isEqualTo("/v2/things/12345678901234567890/parts");
        }
    }

    @Test
    void refusalsNameTheArgumentAndTheReason() {
        try (Shop shop = withSlot()) {
            assertThat(shop.text("shop_one", "{\"id\":\"..\"}"))
                    .isEqualTo(
                            "The argument \"id\" must not have the path steps \".\" or \"..\". Send the slug or id alone."
                                    + END);
            assertThat(shop.text("shop_one", "{\"id\":\"\"}"))
                    .isEqualTo("The argument \"id\" must not be empty, as it is part of the request's path."
                            + " Send the slug or id." + END);
            assertThat(shop.text("shop_one", "{\"id\":\"a\\nb\"}"))
                    .isEqualTo(
                            "The argument \"id\" must not have control characters, as it is part of the request's path."
                                    + " Send the slug or id alone." + END);
            assertThat(shop.text("shop_one", "{\"id\":\"" + "x".repeat(10_240) + "\"}"))
                    .isEqualTo(
                            "The argument \"id\" has 10240 bytes, a part of a path may have 512. Send the slug or id alone."
                                    + END);
            assertThat(shop.text("shop_one", "{\"id\":null}"))
                    .isEqualTo(
                            "The argument \"id\" must be a string or a number where it is part of the request's path."
                                    + " Send the slug or id." + END);
            assertThat(shop.text("shop_one", "{\"id\":[]}"))
                    .isEqualTo("The argument \"id\" must not be empty, as it is part of the request's path." + END);
            assertThat(shop.text("shop_one", "{\"id\":[" + "\"abcdefghi\",".repeat(204) + "\"abcdefghi\"]}"))
                    .isEqualTo(
                            "The argument \"id\" makes 2049 characters of a path, which may be 2048. Nothing was sent."
                                    + "\nSend less at a time.");
            assertThat(shop.text("shop_one", "{\"id\":\"\\ud800\"}"))
                    .isEqualTo("The argument \"id\" has half of a character (an unpaired surrogate)."
                            + " Send the whole character." + END);
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void twoSlotsTogetherMakeNoDots() {
        ObjectNode given = JsonNodeFactory.instance.objectNode().put("a", "a").put("b", ".b");
        ApiRequest request =
                ApiRequest.get("/v2/{a}{b}/x").path("a", given.get("a")).path("b", given.get("b"));
        assertThat(RequestPath.of(request, new ToolArguments(given))).isEqualTo("/v2/a.b/x");
    }

    @Test
    void theBasePathStandsBeforeTheTemplate() {
        try (Shop shop = withSlot().basePath("/api%20x/")) {
            shop.api().answering(StubApi.json("{}"));
            shop.call("shop_one", "{\"id\":\"7\"}");
            assertThat(shop.api().only().target()).isEqualTo("/api%20x/v2/things/7/parts");
        }
    }

    private static Shop withSlot() {
        return new Shop()
                .with(
                        "shop_one",
                        "get",
                        "",
                        Shop.ANY,
                        args -> ApiRequest.get("/v2/things/{id}/parts").path("id", args.required("id")));
    }

    private static ApiRequest request(String template, String value) {
        return ApiRequest.get(template).path("id", arguments(value).required("id"));
    }

    private static ToolArguments arguments(String value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode().put("id", value);
        ObjectNode holder = given.deepCopy();
        holder.set("all", given);
        return new ToolArguments(holder);
    }

    /** Refused, or exactly the template with the encoded value in its slot. */
    private static boolean isBuiltAsPlanned(String template, String value) {
        String path;
        try {
            path = RequestPath.of(request(template, value), arguments(value));
        } catch (RefusedArgument e) {
            return false;
        }
        String encoded = URLEncoder.encode(Normalizer.normalize(value, Normalizer.Form.NFC), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        assertThat(path).isEqualTo(template.replace("{id}", encoded));
        return true;
    }

    private static List<String> mixed(int many) {
        String[] parts = {
            ".", "..", "/", "\\", "%", "2e", "2f", "5c", ";", "a", "é", "?", "#", "@", ":", "．", "／", "\r", "\n", " ",
            "😀", "%2e", "0"
        };
        Random random = new Random(14);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            StringBuilder value = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                value.append(parts[random.nextInt(parts.length)]);
            }
            values.add(value.toString());
        }
        return values;
    }
}
