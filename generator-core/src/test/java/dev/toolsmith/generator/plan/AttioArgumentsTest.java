package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttioArgumentsTest {

    private static Planning planning;

    @BeforeAll
    static void plan() {
        planning = Planning.ofAttio();
    }

    @Test
    void everyDescriptionIsASentenceThatNamesANeighbour() {
        Set<String> names = new TreeSet<>(planning.names());

        assertThat(planning.catalog().tools()).allSatisfy(tool -> {
            assertThat(tool.description()).endsWith(".").doesNotContain("{", "…");
            assertThat(words(tool.description())).as(tool.name().value()).containsAnyElementsOf(others(names, tool));
        });
    }

    @Test
    void everyArgumentAndEveryPropertyOfDataAndValuesIsListed() {
        assertThat(planning.catalog().tools()).allSatisfy(tool -> {
            JsonNode exact = tool.input().node();
            JsonNode listed = tool.listed().node();
            assertThat(namesAt(listed, "/properties")).isEqualTo(namesAt(exact, "/properties"));
            assertThat(listed.path("required")).isEqualTo(exact.path("required"));
            for (String inside : List.of("/data", "/data/properties/values")) {
                assertThat(namesAt(listed, "/properties" + inside + "/properties"))
                        .as(tool.name().value())
                        .isEqualTo(new TreeSet<>(namesAt(exact, "/properties" + inside + "/properties")));
            }
        });
    }

    @Test
    void noTextOfAnArgumentIsCutWhereItIsListed() {
        assertThat(planning.catalog().tools())
                .allSatisfy(tool -> assertThat(tool.input().node().findValuesAsText("description"))
                        .as(tool.name().value())
                        .containsAll(tool.listed().node().findValuesAsText("description")));
    }

    @Test
    void everyKindOfEventOfAWebhookIsListed() {
        JsonNode events = planning.tool("create_a_attio_webhook")
                .listed()
                .node()
                .at("/properties/data/properties/subscriptions/items/properties/event_type/enum");

        assertThat(events).hasSize(27);
    }

    private static List<String> words(String text) {
        return List.of(text.split("[^a-z_]+"));
    }

    private static List<String> others(Set<String> names, ToolModel tool) {
        return names.stream().filter(name -> !name.equals(tool.name().value())).toList();
    }

    private static Set<String> namesAt(JsonNode schema, String pointer) {
        List<String> names = new ArrayList<>();
        schema.at(pointer).fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }
}
