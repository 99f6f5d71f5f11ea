package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathQueryTest {

    private static final String DOCUMENT = """
            {"paths": {"/v2/objects/{object}": {"get": {"id": 1, "tags": ["a", "b", "c"]}, "put": {"id": 2}},
                       "it's": {"get": {"id": 3, "old": true}}},
             "list": [0, 1, 2, 3, 4, 5], "ß": {"x": null}, "text": "häé"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "$.paths['/v2/objects/{object}'].get.id => [1]",
                "$[\"paths\"]['it\\'s'].get.id => [3]",
                "$.paths.*.get.id => [1,3]",
                "$.paths[*]['get','put'].id => [1,2,3]",
                "$..id => [1,2,3]",
                "$..tags[0] => [`a`]",
                "$.list[-1] => [5]",
                "$.list[9] => []",
                "$.list[1:3] => [1,2]",
                "$.list[::2] => [0,2,4]",
                "$.list[::-2] => [5,3,1]",
                "$.list[4:1:-1] => [4,3,2]",
                "$.list[-2:] => [4,5]",
                "$.list[::0] => []",
                "$.list[?@ > 3] => [4,5]",
                "$.list[?@ >= 1 && @ < 3 || @ == 5.0] => [1,2,5]",
                "$.list[?!(@ != 2)] => [2]",
                "$.paths.*[?@.old].id => [3]",
                "$.paths.*[?(@.old == true)].id => [3]",
                "$.paths.*[?@.none == @.nothing].id => [1,2,3]",
                "$.paths.*[?@.tags[0] == 'a'].id => [1]",
                "$.paths.*[?length(@.tags) == 3].id => [1]",
                "$.paths.*[?count(@.*) > 1].id => [1,3]",
                "$.paths.*[?value(@.id) == $.list[2]].id => [2]",
                "$[?search(@, 'ä')] => [`häé`]",
                "$[?match(@, 'ä')] => []",
                "$[?match(@, 'h.*')] => [`häé`]",
                "$[?search(@, '(')] => []",
                "$[?length(@) == 3] => [`häé`]",
                "$.ß.x => [null]",
                "$[ 'ß' ][ 'x' ] => [null]",
                "$.list['0'] => []",
                "$.text.* => []",
            })
    void selects(String query, String expected) throws PathSyntaxException {
        JsonNode root = tree(DOCUMENT);
        assertThat(PathParser.parse(query).select(root, root).stream()
                        .map(match -> match.node().toString())
                        .toList())
                .hasToString(expected.replace('`', '"').replace(",", ", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "$.",
                "$..",
                "$[",
                "$[]",
                "$['a",
                "$[a]",
                "$.a b",
                "$[1 2]",
                "$[?]",
                "$[?@.a ==]",
                "$[?1]",
                "$[?@.* == 1]",
                "$[?length(@.a)]",
                "$['\\x']",
                "$['\\u12']",
                "$[01]",
                "$.a-b",
                "$[?(@.a]",
                " $",
                "$ "
            })
    void refusesWhatIsNoQuery(String query) {
        assertThatThrownBy(() -> PathParser.parse(query)).isInstanceOf(PathSyntaxException.class);
    }

    @Test
    void refusesEndlessNesting() {
        assertThatThrownBy(() -> PathParser.parse("$[?" + "(".repeat(100_000)))
                .hasMessage("nested deeper than 50 levels at character 55");
        assertThatThrownBy(() -> PathParser.parse("$[?" + "!".repeat(100_000)))
                .hasMessage("nested deeper than 50 levels at character 55");
    }

    @Test
    void removesEveryMatchOnce() throws PathSyntaxException {
        JsonNode root = tree(DOCUMENT);
        PathParser.parse("$.list[0, 1, 0, -1]").select(root, root).forEach(PathMatch::remove);
        assertThat(root.path("list")).hasToString("[2,3,4]");
        PathParser.parse("$.paths.*.get").select(root, root).forEach(PathMatch::remove);
        assertThat(root.path("paths")).hasToString("{\"/v2/objects/{object}\":{\"put\":{\"id\":2}},\"it's\":{}}");
    }

    private static JsonNode tree(String json) {
        try {
            return JsonTree.read(json, ReadLimits.DEFAULTS);
        } catch (TreeFault e) {
            throw new AssertionError(e);
        }
    }
}
