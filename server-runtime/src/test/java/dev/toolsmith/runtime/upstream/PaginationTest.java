package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PaginationTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 10, 50})
    void offsetInTheQueryVisitsEveryItemOnce(int limit) {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4,\"maxLimit\":50")) {
            shop.api().answering(slicing(10));
            assertThat(allItems(shop, "\"q\":\"x\",\"limit\":" + limit)).isEqualTo(numbers(10));
            assertThat(shop.api().journal().get(0).target()).isEqualTo("/things?q=x&limit=" + limit);
        }
    }

    @Test
    void withoutALimitTheApisDefaultTellsTheEnd() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            assertThat(allItems(shop, "\"q\":\"x\"")).isEqualTo(numbers(10));
            assertThat(shop.api().journal()).hasSize(3);
            assertThat(shop.api().journal().get(0).target()).isEqualTo("/things?q=x");
            assertThat(shop.api().journal().get(2).target()).isEqualTo("/things?q=x&offset=8");
        }
    }

    @Test
    void whenNoLimitIsKnownAnEmptyPageTellsTheEnd() {
        try (Shop shop = offsetInQuery("\"style\":\"offset\"")) {
            shop.api().answering(slicing(10));
            assertThat(allItems(shop, "\"q\":\"x\"")).isEqualTo(numbers(10));
            assertThat(shop.api().journal()).hasSize(4);
        }
    }

    @Test
    void aLimitOverTheApisLargestIsNoEnd() {
        try (Shop shop = offsetInQuery("\"maxLimit\":4")) {
            shop.api().answering(slicing(10));
            assertThat(allItems(shop, "\"limit\":1000")).isEqualTo(numbers(10));
        }
    }

    @Test
    void offsetInTheBodyVisitsEveryItemOnce() {
        try (Shop shop = new Shop()
                .with(
                        "shop_list",
                        "query",
                        pagination("offset", "\"limit\":\"limit\",\"position\":\"offset\",\"defaultLimit\":500"),
                        Shop.ANY,
                        args -> ApiRequest.post("/things/query").jsonBody(args.only("filter", "limit", "offset")))) {
            shop.api().answering((request, out, socket) -> {
                JsonNode body = MAPPER.readTree(request.body());
                page(10, body.path("offset").asInt(0), body.path("limit").asInt(500))
                        .write(request, out, socket);
            });
            assertThat(allItems(shop, "\"filter\":{\"b\":1,\"a\":2},\"limit\":6"))
                    .isEqualTo(numbers(10));
            assertThat(shop.api().journal().get(1).text())
                    .isEqualTo("{\"filter\":{\"b\":1,\"a\":2},\"limit\":6,\"offset\":6}");
        }
    }

    @Test
    void anExplicitOffsetIsWhereThePagesBegin() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            JsonNode first = json(shop.call("shop_list", "{\"offset\":3,\"limit\":4}"));
            JsonNode second = json(shop.call("shop_list", "{\"next_cursor\":" + first.path("next_cursor") + "}"));
            assertThat(second.path("data").get(0).asInt()).isEqualTo(7);
            assertThat(shop.api().journal().get(1).target()).isEqualTo("/things?limit=4&offset=7");
        }
    }

    @Test
    void theApisOwnCursorIsWrapped() {
        try (Shop shop = cursor("/pagination/next_cursor")) {
            shop.api().answering((request, out, socket) -> {
                int from = parameter(request.target(), "cursor")
                        .map(Integer::parseInt)
                        .orElse(0);
                String next = from < 8 ? "\"" + (from + 4) + "\"" : "null";
                StubApi.json("{\"data\":" + items(10, from, 4) + ",\"pagination\":{\"next_cursor\":" + next + "}}")
                        .write(request, out, socket);
            });
            assertThat(allItems(shop, "\"limit\":4")).isEqualTo(numbers(10));
            assertThat(shop.api().journal().get(1).target()).isEqualTo("/things?limit=4&cursor=4");
        }
    }

    @Test
    void theApisOwnMemberNextCursorIsReplacedWhenItIsTheCursor() {
        try (Shop shop = cursor("/next_cursor")) {
            shop.api().answering(StubApi.json("{\"next_cursor\":\"abc\",\"data\":[1]}"));
            JsonNode first = json(shop.call("shop_list", "{}"));
            assertThat(first.path("next_cursor").asString()).isNotEqualTo("abc");
            shop.api().answering(StubApi.json("{\"next_cursor\":null,\"data\":[2]}"));
            assertThat(shop.text("shop_list", "{\"next_cursor\":" + first.path("next_cursor") + "}"))
                    .isEqualTo("{\"data\":[2]}");
            assertThat(shop.api().journal().get(1).target()).isEqualTo("/things?cursor=abc");
        }
    }

    @Test
    void aMemberNextCursorOfTheApiStaysWhereNoneOfOursTakesItsPlace() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":2")) {
            shop.api().answering(StubApi.json("{\"data\":[1],\"next_cursor\":\"theirs\"}"));
            assertThat(shop.text("shop_list", "{}")).isEqualTo("{\"data\":[1],\"next_cursor\":\"theirs\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 11})
    void whatTheApiDoesNotPageIsCutByTheServer(int limit) {
        try (Shop shop = uncut("/data")) {
            shop.api().answering(StubApi.json("{\"data\":" + items(10, 0, 10) + ",\"total\":10}"));
            assertThat(allItems(shop, "\"q\":1,\"limit\":" + limit)).isEqualTo(numbers(10));
            assertThat(shop.api().journal().get(0).target()).isEqualTo("/things?q=1");
        }
    }

    @Test
    void aBareArrayStandsUnderItems() {
        try (Shop shop = uncut("")) {
            shop.api().answering(StubApi.json("[1, 2, 3]"));
            assertThat(shop.text("shop_list", "{}")).isEqualTo("{\"items\":[1,2,3]}");
            JsonNode first = json(shop.call("shop_list", "{\"limit\":2}"));
            assertThat(first.path("items").toString()).isEqualTo("[1,2]");
            assertThat(shop.text("shop_list", "{\"next_cursor\":" + first.path("next_cursor") + "}"))
                    .isEqualTo("{\"items\":[3]}");
        }
    }

    @Test
    void anEmptyListHasNoCursor() {
        try (Shop shop = uncut("/data")) {
            shop.api().answering(StubApi.json("{\"data\": [] }"));
            assertThat(shop.text("shop_list", "{\"limit\":2}")).isEqualTo("{\"data\":[]}");
        }
    }

    @Test
    void anAnswerWithoutTheListIsHandedOnAsItIs() {
        try (Shop shop = uncut("/data/list")) {
            shop.api().answering(StubApi.json("{\"data\":[1,2,3]}"));
            assertThat(shop.text("shop_list", "{\"limit\":1}")).isEqualTo("{\"data\":[1,2,3]}");
        }
    }

    @Test
    void aCursorOfOtherArgumentsOrAnotherToolIsRefused() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")
                .with(
                        "shop_other",
                        "list",
                        pagination("offset", "\"limit\":\"limit\",\"position\":\"offset\""),
                        Shop.ANY,
                        args -> ApiRequest.get("/others"))) {
            shop.api().answering(slicing(10));
            String cursor = json(shop.call("shop_list", "{\"q\":\"x\"}"))
                    .path("next_cursor")
                    .asString();
            int sent = shop.api().journal().size();
            String refusal =
                    "The argument \"next_cursor\" does not belong to this call and its account, or is from before the"
                            + " server was last started. Send it exactly as the last answer gave it, to the same tool with the same other"
                            + " arguments, or leave it out to begin at the first page. Nothing was sent.";
            for (String arguments : List.of(
                    "{\"q\":\"y\",\"next_cursor\":\"" + cursor + "\"}",
                    "{\"next_cursor\":\"" + cursor + "\"}",
                    "{\"q\":\"x\",\"next_cursor\":\"" + cursor + "x\"}",
                    "{\"q\":\"x\",\"next_cursor\":\"" + cursor.substring(1) + "\"}",
                    "{\"q\":\"x\",\"next_cursor\":\"\"}",
                    "{\"q\":\"x\",\"next_cursor\":\"!\"}",
                    "{\"q\":\"x\",\"next_cursor\":\"AAAA\"}")) {
                assertThat(shop.text("shop_list", arguments)).as(arguments).isEqualTo(refusal);
            }
            assertThat(shop.text("shop_other", "{\"q\":\"x\",\"next_cursor\":\"" + cursor + "\"}"))
                    .isEqualTo(refusal);
            assertThat(shop.api().journal()).hasSize(sent);
        }
    }

    @Test
    void aCursorOfAnotherAccountIsRefused() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            String cursor = json(shop.callFor("one", "shop_list", "{}").join())
                    .path("next_cursor")
                    .asString();
            String next = "{\"next_cursor\":\"" + cursor + "\"}";
            ToolResult others = shop.callFor("another", "shop_list", next).join();
            assertThat(others.isError()).isTrue();
            assertThat(new String(others.text(), StandardCharsets.UTF_8))
                    .startsWith("The argument \"next_cursor\" does not belong to this call and its account,")
                    .endsWith("Nothing was sent.");
            assertThat(shop.call("shop_list", next).isError()).isTrue();
            assertThat(shop.api().journal()).hasSize(1);
            assertThat(json(shop.callFor("one", "shop_list", next).join())
                            .path("data")
                            .get(0)
                            .asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void aCursorOfThePlainAccountIsNoneOfAnotherCredentialOfTheCallsOwn() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            String cursor =
                    json(shop.call("shop_list", "{}")).path("next_cursor").asString();
            String next = "{\"next_cursor\":\"" + cursor + "\"}";

            assertThat(shop.callWith("another", "shop_list", next).join().code())
                    .isEqualTo("refused_arguments");
            assertThat(shop.callWith(Shop.KEY, "shop_list", next).join().isError())
                    .isFalse();
        }
    }

    @Test
    void cursorAndOffsetExcludeEachOther() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            String cursor =
                    json(shop.call("shop_list", "{}")).path("next_cursor").asString();
            assertThat(shop.text("shop_list", "{\"next_cursor\":\"" + cursor + "\",\"offset\":2}"))
                    .isEqualTo(
                            "The arguments \"next_cursor\" and \"offset\" exclude each other. Send only \"next_cursor\" to"
                                    + " go on, or only the other. Nothing was sent.");
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    @Test
    void theOrderOfArgumentsDoesNotMatterToACursor() {
        try (Shop shop = offsetInQuery("\"defaultLimit\":4")) {
            shop.api().answering(slicing(10));
            String cursor = json(shop.call("shop_list", "{\"q\":{\"a\":1,\"b\":2},\"r\":1}"))
                    .path("next_cursor")
                    .asString();
            assertThat(shop.call("shop_list", "{\"next_cursor\":\"" + cursor + "\",\"r\":1,\"q\":{\"b\":2,\"a\":1}}")
                            .isError())
                    .isFalse();
        }
    }

    @Test
    void anApiArgumentNamedLikeOursWins() {
        String row =
                "\"pagination\":{\"style\":\"cursor\",\"items\":\"/data\",\"nextCursor\":\"/next_cursor\",\"server\":[]}";
        try (Shop shop = new Shop()
                .with(
                        "shop_list",
                        "list",
                        row,
                        Shop.ANY,
                        args -> ApiRequest.get("/things")
                                .query("limit", args.optional("limit"))
                                .query("next_cursor", args.optional("next_cursor")))) {
            shop.api().answering(StubApi.json("{\"data\":[1],\"next_cursor\":\"raw\"}"));
            assertThat(shop.text("shop_list", "{\"limit\":1,\"next_cursor\":\"raw\"}"))
                    .isEqualTo("{\"data\":[1],\"next_cursor\":\"raw\"}");
            assertThat(shop.api().only().target()).isEqualTo("/things?limit=1&next_cursor=raw");
        }
    }

    @Test
    void aPageSizeOfOursIsSentUnderTheApisName() {
        String row = pagination(
                "offset", "\"limit\":\"per_page\",\"position\":\"skip\",\"server\":[\"limit\",\"next_cursor\"]");
        try (Shop shop = new Shop()
                .with(
                        "shop_list",
                        "list",
                        row,
                        Shop.ANY,
                        args -> ApiRequest.get("/things")
                                .query("per_page", args.optional("per_page"))
                                .query("skip", args.optional("skip")))) {
            shop.api().answering(StubApi.json("{\"data\":[1,2]}"));
            String cursor = json(shop.call("shop_list", "{\"limit\":2}"))
                    .path("next_cursor")
                    .asString();
            shop.call("shop_list", "{\"next_cursor\":\"" + cursor + "\"}");
            assertThat(shop.api().journal())
                    .extracting(StubApi.Got::target)
                    .containsExactly("/things?per_page=2", "/things?per_page=2&skip=2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset", "cursor", "none"})
    void aPageOverTheCapIsCutBetweenItemsAndGoesOn(String style) {
        String text = "x".repeat(1000);
        String all = IntStream.range(0, 500)
                .mapToObj(i -> "{\"n\": " + i + ", \"t\": \"" + text + "\"}")
                .collect(Collectors.joining(", "));
        try (Shop shop = style.equals("offset")
                ? offsetInQuery("\"defaultLimit\":1000")
                : style.equals("cursor") ? cursor("/next") : uncut("/data")) {
            shop.api().answering((request, out, socket) -> {
                int offset = parameter(request.target(), "offset")
                        .map(Integer::parseInt)
                        .orElse(0);
                String items = IntStream.range(offset, 500)
                        .mapToObj(i -> "{\"n\": " + i + ", \"t\": \"" + text + "\"}")
                        .collect(Collectors.joining(", "));
                StubApi.json("{\"data\": [" + items + "], \"next\": null}").write(request, out, socket);
            });
            List<Integer> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                ToolResult result = shop.call(
                        "shop_list",
                        cursor.map(next -> "{\"next_cursor\":\"" + next + "\"}").orElse("{}"));
                assertThat(result.isError()).isFalse();
                assertThat(result.text().length).isLessThanOrEqualTo(256 << 10);
                JsonNode page = json(result);
                page.path("data").forEach(item -> seen.add(item.path("n").asInt()));
                cursor = Optional.of(page.path("next_cursor").asString("")).filter(next -> !next.isEmpty());
            } while (cursor.isPresent());
            assertThat(seen).isEqualTo(numbers(500));
            assertThat(all.length()).isGreaterThan(256 << 10);
            assertThat(shop.api().journal()).hasSize(2);
        }
    }

    @Test
    void oneItemOverTheCapIsToldSo() {
        try (Shop shop = uncut("/data")) {
            shop.api().answering(StubApi.json("{\"data\":[\"" + "x".repeat(300_000) + "\"]}"));
            assertThat(shop.text("shop_list", "{}"))
                    .isEqualTo("The answer of Shop has 300013 bytes, a result may have 262144."
                            + " Ask for less: give a smaller limit or narrower arguments.");
        }
    }

    private static Shop offsetInQuery(String more) {
        return new Shop()
                .with(
                        "shop_list",
                        "list",
                        pagination("offset", "\"limit\":\"limit\",\"position\":\"offset\"," + more),
                        Shop.ANY,
                        args -> ApiRequest.get("/things")
                                .query("q", args.optional("q"))
                                .query("limit", args.optional("limit"))
                                .query("offset", args.optional("offset")));
    }

    private static Shop cursor(String pointer) {
        return new Shop()
                .with(
                        "shop_list",
                        "list",
                        pagination(
                                "cursor",
                                "\"limit\":\"limit\",\"position\":\"cursor\",\"nextCursor\":\"" + pointer + "\""),
                        Shop.ANY,
                        args -> ApiRequest.get("/things")
                                .query("limit", args.optional("limit"))
                                .query("cursor", args.optional("cursor")));
    }

    private static Shop uncut(String items) {
        return new Shop()
                .with(
                        "shop_list",
                        "list",
                        "\"pagination\":{\"style\":\"none\",\"items\":\"" + items + "\"}",
                        Shop.ANY,
                        args -> ApiRequest.get("/things")
                                .query("q", args.optional("q"))
                                .query("limit", args.optional("limit")));
    }

    private static String pagination(String style, String more) {
        return "\"pagination\":{\"style\":\"" + style + "\",\"items\":\"/data\"," + more + "}";
    }

    /** Goes from page to page until there is no cursor. */
    private static List<Integer> allItems(Shop shop, String arguments) {
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        for (int calls = 0; calls < 30; calls++) {
            JsonNode page = json(shop.call("shop_list", "{" + arguments + cursor + "}"));
            page.path("data").forEach(item -> seen.add(item.asInt()));
            if (page.path("next_cursor").isMissingNode()) {
                return seen;
            }
            cursor = ",\"next_cursor\":" + page.path("next_cursor");
        }
        throw new AssertionError("No end after " + seen);
    }

    private static JsonNode json(ToolResult result) {
        assertThat(result.isError())
                .as(new String(result.text(), StandardCharsets.UTF_8))
                .isFalse();
        return MAPPER.readTree(result.text());
    }

    private static StubApi.Answer slicing(int size) {
        return (request, out, socket) -> {
            int offset =
                    parameter(request.target(), "offset").map(Integer::parseInt).orElse(0);
            int limit =
                    parameter(request.target(), "limit").map(Integer::parseInt).orElse(4);
            page(size, offset, Math.min(limit, request.target().contains("1000") ? 4 : limit))
                    .write(request, out, socket);
        };
    }

    private static StubApi.Answer page(int size, int offset, int limit) {
        return StubApi.json("{ \"data\" : " + items(size, offset, limit) + " }");
    }

    private static String items(int size, int offset, int limit) {
        return numbers(size)
                .subList(Math.min(offset, size), Math.min(offset + limit, size))
                .toString();
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static Optional<String> parameter(String target, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(target);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
