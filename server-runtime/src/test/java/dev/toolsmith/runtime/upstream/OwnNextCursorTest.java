package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a member {@code next_cursor} that the API does not page by. */
final class OwnNextCursorTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'next_cursor':'theirs','data':[1,2,3]}",
                "{'data':[1,2,3],'next_cursor':'theirs'}",
                "{'next_cursor':null,'data':[1,2,3],'total':3}",
                "{'total':3,'next_cursor':{'a':[1,{'next_cursor':2}]},'data':[1,2,3]}",
                "{'data':[1,2,3],'next_cursor':7,'total':{'next_cursor':1}}"
            })
    void oursTakesItsPlaceUntilTheLastRow(String answer) {
        JsonNode theirs = MAPPER.readTree(answer.replace('\'', '"'));
        try (Shop shop = uncut("/data")) {
            shop.api().answering(StubApi.json(theirs.toString()));
            JsonNode first = MAPPER.readTree(shop.text("shop_list", "{\"limit\":2}"));
            assertThat(first.path("data").toString()).isEqualTo("[1,2]");
            assertThat(first.path("total")).isEqualTo(theirs.path("total"));
            assertThat(first.path("next_cursor").isString()).isTrue();

            JsonNode last = MAPPER.readTree(
                    shop.text("shop_list", "{\"limit\":2,\"next_cursor\":" + first.path("next_cursor") + "}"));
            assertThat(last.path("data").toString()).isEqualTo("[3]");
            assertThat(last.path("next_cursor")).isEqualTo(theirs.path("next_cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'next_cursor':'theirs','data':ROWS}", "{'data':ROWS,'next_cursor':null}"})
    void noRowIsLostWhenTheSizeCuts(String answer) {
        List<Integer> rows = IntStream.range(0, 9).boxed().toList();
        String long60k = "x".repeat(60_000);
        String data = MAPPER.writeValueAsString(
                rows.stream().map(row -> List.of(row, long60k)).toList());
        try (Shop shop = uncut("/data")) {
            shop.api().answering(StubApi.json(answer.replace('\'', '"').replace("ROWS", data)));
            List<Integer> seen = new ArrayList<>();
            String next = "";
            for (int calls = 0; seen.size() < rows.size() && calls < 9; calls++) {
                JsonNode page = MAPPER.readTree(shop.text("shop_list", "{" + next + "}"));
                page.path("data").forEach(row -> seen.add(row.get(0).asInt()));
                next = "\"next_cursor\":" + page.path("next_cursor");
            }
            assertThat(seen).isEqualTo(rows);
        }
    }

    @Test
    void itStaysWhereTheAnswerIsNotTheListThatWasExpected() {
        try (Shop shop = uncut("")) {
            shop.api().answering(StubApi.json("{\"next_cursor\":\"theirs\"}"));
            assertThat(shop.text("shop_list", "{\"limit\":2}")).isEqualTo("{\"next_cursor\":\"theirs\"}");
        }
        try (Shop shop = uncut("/next_cursor/rows")) {
            shop.api().answering(StubApi.json("{\"next_cursor\":{\"rows\":[1,2]}}"));
            assertThat(shop.text("shop_list", "{\"limit\":2}")).isEqualTo("{\"next_cursor\":{\"rows\":[1,2]}}");
        }
    }

    private static Shop uncut(String items) {
        return new Shop()
                .with(
                        "shop_list",
                        "list",
                        "\"pagination\":{\"style\":\"none\",\"items\":\"" + items + "\"}",
                        Shop.ANY,
                        args -> ApiRequest.get("/things"));
    }
}
