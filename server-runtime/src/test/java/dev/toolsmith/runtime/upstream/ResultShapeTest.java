package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.view.ResultForm;
import dev.toolsmith.runtime.view.View;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ResultShapeTest {

    private static final Pattern NAME = Pattern.compile("\\bn(\\d+)\\b");
    private static final String SERVER = "\"server\":[\"fields\",\"view\"]";
    private static final String TWO = """
            {"data": [{"id": "a", "name": "Acme", "owner": {"id": "u1", "name": "Ada"}, "tags": [], "gone": null},
                      {"id": "b", "name": "Bolt", "owner": null, "tags": [{"t": 1}], "gone": null}], "total": 2}""";
    private static final String ONE =
            "{\"data\": {\"id\": \"a\", \"name\": \"Acme\", \"tags\": [{\"t\": 1, \"u\": 1.50}], \"gone\": null}}";

    private final Shop shop = new Shop()
            .with(
                    "shop_list",
                    "list",
                    "\"pagination\":{\"style\":\"none\",\"items\":\"/data\"}," + SERVER,
                    Shop.ANY,
                    args -> ApiRequest.get("/things"))
            .with("shop_get", "get", SERVER, Shop.ANY, args -> ApiRequest.get("/thing"))
            .with(
                    "shop_own",
                    "get",
                    "",
                    Shop.ANY,
                    args -> ApiRequest.get("/own").query("fields", args.optional("fields")));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void fieldsOfAListAreThoseOfItsItems() {
        shop.api().answering(StubApi.json(TWO));

        assertThat(shop.text("shop_list", "{\"fields\":\"id, owner.name\"}"))
                .isEqualTo(
                        "{\"data\":[{\"id\":\"a\",\"owner\":{\"name\":\"Ada\"}},{\"id\":\"b\",\"owner\":null}],\"total\":2}");
        assertThat(shop.text("shop_list", "{\"fields\":\"tags.t\"}"))
                .isEqualTo("{\"data\":[{\"tags\":[]},{\"tags\":[{\"t\":1}]}],\"total\":2}");
        assertThat(shop.api().journal().get(0).target()).isEqualTo("/things");
    }

    @Test
    void fieldsOfOneThingAreThoseInsideItsEnvelope() {
        shop.api().answering(StubApi.json(ONE));

        assertThat(shop.text("shop_get", "{\"fields\":\"name,tags.u\"}"))
                .isEqualTo("{\"data\":{\"name\":\"Acme\",\"tags\":[{\"u\":1.50}]}}");
        assertThat(shop.text("shop_get", "{\"fields\":\"tags,tags.u\"}"))
                .isEqualTo("{\"data\":{\"tags\":[{\"t\":1,\"u\":1.50}]}}");
    }

    @Test
    void theSchemaSaysWhatAnAnswerIsAbout() {
        shop.output(
                        "shop_get",
                        "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"owner\":{\"type\":\"object\"}}}")
                .api()
                .answering(StubApi.json("{\"owner\":{\"name\":\"Ada\"}}"));

        assertThat(shop.text("shop_get", "{\"fields\":\"id,owner.name\"}")).isEqualTo("{\"owner\":{\"name\":\"Ada\"}}");
        assertThat(shop.text("shop_get", "{\"fields\":\"owner\"}")).isEqualTo("{\"owner\":{\"name\":\"Ada\"}}");
    }

    @Test
    void anEnvelopeOfTheSchemaStaysOneBesideFurtherMembers() {
        shop.output(
                        "shop_get",
                        "{\"$ref\":\"#/$defs/One\",\"$defs\":{\"One\":{\"properties\":{\"data\":{\"type\":[\"object\",\"null\"],"
                                + "\"properties\":{\"id\":{},\"name\":{}}}}}}}")
                .api()
                .answering(StubApi.json("{\"data\":{\"id\":\"a\",\"gone\":null},\"more\":1.50}"));

        assertThat(shop.text("shop_get", "{\"fields\":\"id,name\"}"))
                .isEqualTo("{\"data\":{\"id\":\"a\"},\"more\":1.50}");
        assertThat(shop.text("shop_get", "{\"view\":\"compact\"}"))
                .isEqualTo("{\"data\":{\"id\":\"a\"},\"more\":1.50}");
        shop.api().answering(StubApi.json("{\"data\":null}"));
        assertThat(shop.text("shop_get", "{\"fields\":\"id\"}")).isEqualTo("{\"data\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"properties\":{\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}"})
    void aListOfTextsIsNoEnvelope(String schema) {
        if (!schema.isEmpty()) {
            shop.output("shop_get", schema);
        }
        shop.api().answering(StubApi.json("{\"tags\":[\"a\"]}"));

        assertThat(shop.text("shop_get", "{\"fields\":\"tags\"}")).isEqualTo("{\"tags\":[\"a\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"Acme\"}|name|{\"name\":\"Acme\"}",
                "{\"data\":{\"id\":\"a\",\"n\":1},\"more\":1}|data.id|{\"data\":{\"id\":\"a\"}}",
                "{\"data\":{\"id\":\"a\",\"n\":1}}|id|{\"data\":{\"id\":\"a\"}}"
            })
    void withoutASchemaTheOnlyThingIsWhatAnAnswerIsAbout(String answer, String fields, String shown) {
        shop.api().answering(StubApi.json(answer));

        assertThat(shop.text("shop_get", "{\"fields\":\"" + fields + "\"}")).isEqualTo(shown);
    }

    @Test
    void aFieldThatIsNowhereIsTold() {
        shop.api().answering(StubApi.json(TWO));

        ToolResult top = shop.call("shop_list", "{\"fields\":\"id,nmae\"}");
        assertThat(top.code()).isEqualTo("unknown_field");
        assertThat(text(top))
                .isEqualTo(
                        "The answer has no field \"nmae\". Did you mean \"name\"? There are: gone, id, name, owner, tags."
                                + " Mend the argument \"fields\", or leave it out, and call again. Nothing was changed.");
        assertThat(shop.text("shop_list", "{\"fields\":\"owner.nam\"}"))
                .startsWith(
                        "The answer has no field \"owner.nam\". Did you mean \"owner.name\"? In \"owner\" there are: id, name.");
    }

    @ParameterizedTest
    @CsvSource({
        "nick, owner.nick",
        "nikc, owner.nick",
        "owner.vlaue, owner.detail.value",
        "owner.value, owner.detail.value",
        "t, tags.t",
        "nmae, name"
    })
    void theNearestPathIsTold(String wrong, String right) {
        shop.api()
                .answering(StubApi.json(
                        "{\"data\":[{\"name\":\"A\",\"tags\":[{\"t\":1}],\"owner\":{\"nick\":\"x\",\"detail\":"
                                + "{\"value\":1}}}]}"));

        assertThat(shop.text("shop_list", "{\"fields\":\"" + wrong + "\"}"))
                .contains(" Did you mean \"" + right + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "text"})
    void aFieldThatLaterItemsMayHaveIsToldOfInWords(String view) {
        shop.api().answering(StubApi.json(TWO));

        ToolResult first = shop.call("shop_list", "{\"limit\":1,\"fields\":\"id,nmae\",\"view\":\"" + view + "\"}");
        assertThat(first.isError()).isFalse();
        String words =
                "The answer has no field \\\"nmae\\\". Did you mean \\\"name\\\"? There are: gone, id, name, owner,"
                        + " tags. Items of later pages may have it.";
        assertThat(text(first))
                .contains(
                        view.equals("full")
                                ? ",\"fields_note\":\"" + words + "\"}"
                                : "\n" + words.replace("\\", "") + "\nThere may be more.\nnext_cursor: ");
        assertThat(shop.call("shop_list", "{\"limit\":2,\"fields\":\"id,nmae\"}")
                        .code())
                .isEqualTo("unknown_field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0",
                "-0.0",
                "1E2",
                "1e+2",
                "1.50",
                "0.10e-7",
                "123456789012345678901234567890",
                "3.141592653589793238462643"
            })
    void numbersComeAsTheyAreInEveryJson(String number) {
        String json = "{\"data\":[{\"n\":" + number + ",\"m\":{\"n\":[" + number + "]}}]}";
        shop.form(new ResultForm(View.FULL, true, List.of())).api().answering(StubApi.json(json));

        for (String arguments : List.of("{\"fields\":\"n,m.n\"}", "{\"view\":\"compact\"}")) {
            ToolResult result = shop.call("shop_list", arguments);
            assertThat(text(result)).isEqualTo(json);
            assertThat(structured(result)).isEqualTo(json);
        }
        assertThat(shop.text("shop_list", "{\"view\":\"text\"}")).contains("N: " + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,,b", "a..b", ".", ","})
    void fieldsThatNameNothingAreNotSent(String fields) {
        ToolResult refused = shop.call("shop_list", "{\"fields\":\"" + fields + "\"}");

        assertThat(refused.code()).isEqualTo("refused_arguments");
        assertThat(text(refused))
                .startsWith("The argument \"fields\" has an empty name")
                .doesNotContain("owner")
                .endsWith("Nothing was sent.");
        assertThat(shop.api().journal()).isEmpty();
    }

    @Test
    void fieldsAreBounded() {
        shop.api().answering(StubApi.json(ONE));
        String twenty = "name" + ".a".repeat(19);

        assertThat(shop.call("shop_get", "{\"fields\":\"name," + twenty + "\"}").code())
                .isEmpty();
        for (String over : List.of(twenty + ".a", "name" + ".a".repeat(40_000))) {
            ToolResult refused = shop.call("shop_get", "{\"fields\":\"" + over + "\"}");

            assertThat(refused.code()).isEqualTo("refused_arguments");
            assertThat(text(refused))
                    .containsAnyOf("has more than 20 names with dots between", "is over 2000 characters long")
                    .endsWith("Nothing was sent.");
        }
        assertThat(shop.api().journal()).hasSize(1);
    }

    @Test
    void anErrorIsAFailureOfTheCall() {
        shop.with("shop_deep", "get", "", Shop.ANY, args -> {
            throw new StackOverflowError();
        });

        assertThat(shop.call("shop_deep", "{}", new CompletableFuture<>()))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void anEmptyListHasNoUnknownFields() {
        shop.api().answering(StubApi.json("{\"data\":[]}"));

        assertThat(shop.text("shop_list", "{\"fields\":\"nmae\"}")).isEqualTo("{\"data\":[]}");
    }

    @Test
    void anArgumentOfTheApisIsLeftToTheApi() {
        shop.api().answering(StubApi.json(ONE));

        assertThat(shop.text("shop_own", "{\"fields\":\"x\"}")).contains("Acme");
        assertThat(shop.api().only().target()).isEqualTo("/own?fields=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop_get | full | {\"data\":{\"id\":\"a\",\"name\":\"Acme\",\"tags\":[{\"t\":1,\"u\":1.50}],\"gone\":null}}",
                "shop_get | compact | {\"data\":{\"id\":\"a\",\"name\":\"Acme\",\"tags\":[{\"t\":1,\"u\":1.50}]}}",
                "shop_get | text | Acme^  Id: a^  Tags: (t 1, u 1.50)",
            })
    void oneThingInEveryView(String tool, String view, String shown) {
        shop.api().answering(StubApi.json(ONE));

        assertThat(shop.text(tool, "{\"view\":\"" + view + "\"}")).isEqualTo(shown.replace('^', '\n'));
    }

    @Test
    void aListInEveryView() {
        shop.api().answering(StubApi.json(TWO));

        assertThat(shop.text("shop_list", "{\"view\":\"compact\"}"))
                .isEqualTo("{\"data\":[{\"id\":\"a\",\"name\":\"Acme\",\"owner\":{\"id\":\"u1\",\"name\":\"Ada\"}},"
                        + "{\"id\":\"b\",\"name\":\"Bolt\",\"tags\":[{\"t\":1}]}],\"total\":2}");
        assertThat(shop.text("shop_list", "{\"view\":\"text\",\"fields\":\"name,owner\"}"))
                .isEqualTo("Acme\n  Owner: id u1, name Ada\nBolt");
        String first = shop.text("shop_list", "{\"view\":\"text\",\"fields\":\"name\",\"limit\":1}");
        assertThat(first).startsWith("Acme\nThere may be more.\nnext_cursor: ");
        String cursor = first.substring(first.lastIndexOf(' ') + 1);
        assertThat(shop.text("shop_list", "{\"limit\":1,\"next_cursor\":\"" + cursor + "\"}"))
                .as("the view may be another on each page")
                .contains("\"name\":\"Bolt\"")
                .doesNotContain("Acme");
    }

    @Test
    void theServersViewIsThatOfCallsThatSayNothing() {
        shop.form(new ResultForm(View.COMPACT, false, List.of())).api().answering(StubApi.json(ONE));

        assertThat(shop.text("shop_get", "{}")).doesNotContain("gone");
        assertThat(shop.text("shop_own", "{}"))
                .as("a tool that reads and takes no view tells all, as the rest could not be had")
                .contains("gone");
        assertThat(shop.text("shop_get", "{\"view\":\"full\"}")).contains("gone");
        assertThat(shop.text("shop_get", "{\"fields\":\"gone\"}")).isEqualTo("{\"data\":{\"gone\":null}}");
    }

    @Test
    void aLaterPageWithoutAFieldIsNoFailure() {
        shop.api().answering(StubApi.json(TWO));
        String first = shop.text("shop_list", "{\"limit\":1,\"fields\":\"id\"}");
        String cursor = JsonTree.read(first.getBytes(StandardCharsets.UTF_8))
                .path("next_cursor")
                .asString();
        shop.api().answering(StubApi.json(TWO));

        assertThat(shop.text("shop_list", "{\"limit\":1,\"fields\":\"nick\",\"next_cursor\":\"" + cursor + "\"}"))
                .doesNotContain("unknown")
                .contains("\"data\":[");
    }

    @Test
    void structuredContentIsTheExactAnswer() {
        shop.form(new ResultForm(View.TEXT, true, List.of())).api().answering(StubApi.json(ONE));

        ToolResult result = shop.call("shop_get", "{}");
        assertThat(text(result)).startsWith("Acme\n");
        assertThat(structured(result))
                .isEqualTo("{\"data\":{\"id\":\"a\",\"name\":\"Acme\",\"tags\":[{\"t\":1,\"u\":1.50}],\"gone\":null}}");
        assertThat(structured(shop.call("shop_get", "{\"fields\":\"tags.u\"}")))
                .isEqualTo("{\"data\":{\"tags\":[{\"u\":1.50}]}}");
        shop.api().answering(StubApi.json("[1,2]"));
        assertThat(structured(shop.call("shop_get", "{}"))).isEqualTo("{\"result\":[1,2]}");
        shop.api().answering(StubApi.json("7"));
        assertThat(structured(shop.call("shop_get", "{}"))).isEqualTo("{\"result\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "compact", "text"})
    void whatDoesNotFitIsCutBetweenItemsAndSaysHowToGoOn(String view) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"n")
                    .append(i)
                    .append("\",\"pad\":\"")
                    .append("x".repeat(100))
                    .append("\"}");
        }
        shop.limits(new UpstreamLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), 5 << 20, 3_000, 64L << 20, 32))
                .api()
                .answering(StubApi.json("{\"data\":[" + items + "]}"));
        List<String> names = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; pages < 40 && names.size() < 40; pages++) {
            String page = shop.text("shop_list", "{\"view\":\"" + view + "\"" + cursor + "}");
            assertThat(page.length()).isLessThanOrEqualTo(3_000);
            Matcher name = NAME.matcher(page);
            while (name.find()) {
                names.add(name.group(1));
            }
            if (names.size() < 40) {
                assertThat(page).contains("items fit in one result. Call again with this next_cursor for the rest");
                cursor = ",\"next_cursor\":\"" + page.replaceFirst("(?s).*next_cursor(?:\":\"|: )([\\w-]+).*", "$1")
                        + "\"";
            }
        }
        assertThat(names).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeCutSaysThatFieldsHelp() {
        shop.limits(new UpstreamLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), 5 << 20, 3_000, 64L << 20, 32))
                .api()
                .answering(StubApi.json("{\"data\":{\"id\":\"a\",\"pad\":\"" + "x".repeat(4_000) + "\"}}"));

        assertThat(shop.text("shop_get", "{}")).endsWith("Or name in \"fields\" what you need of it.");
        assertThat(shop.text("shop_get", "{\"fields\":\"id\"}")).isEqualTo("{\"data\":{\"id\":\"a\"}}");
    }

    @Test
    void theServersOwnReadsAreWhole() {
        JsonNode whole = JsonTree.read(ONE.getBytes(StandardCharsets.UTF_8));
        shop.form(new ResultForm(View.TEXT, false, List.of())).api().answering(StubApi.json(ONE));

        ToolResult read = shop.read("shop_get");

        assertThat(JsonTree.read(read.text())).isEqualTo(whole);
    }

    private static String text(ToolResult result) {
        return new String(result.text(), StandardCharsets.UTF_8);
    }

    private static String structured(ToolResult result) {
        return new String(result.structured().orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsCutSaysHowToGetTheRest() {
        String last = "\nWhat ends in … may be cut: call again with view full for all of it.";
        shop.api().answering(StubApi.json("{\"data\":{\"hint\":\"" + "x".repeat(600) + "\"}}"));
        assertThat(shop.text("shop_get", "{\"view\":\"text\"}")).isEqualTo("Hint: " + "x".repeat(500) + "…" + last);
        shop.api().answering(StubApi.json("{\"data\":{\"content\":\"" + "x".repeat(600) + "\"}}"));
        assertThat(shop.text("shop_get", "{\"view\":\"text\"}")).isEqualTo("Content: " + "x".repeat(600));
    }
}
