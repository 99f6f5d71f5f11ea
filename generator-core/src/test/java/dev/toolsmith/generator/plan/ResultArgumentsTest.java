package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import dev.toolsmith.generator.tool.ToolModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultArgumentsTest {

    private static final String ID = "{name: id, in: path, required: true, schema: {type: string}}";
    private static final String ANSWER = "responses: {'200': {description: Done., content:"
            + " {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}";

    @ParameterizedTest
    @ValueSource(strings = {"/things", "/things/{id}"})
    void whatReadsHasBothArguments(String path) {
        ToolModel tool = tool("get", path, "parameters: [" + (path.contains("{") ? ID : "") + "]\n" + ANSWER);

        assertThat(tool.resultArguments()).containsExactly("fields", "view");
        assertThat(properties(tool).at("/fields/description").asText()).contains("such as id,owner.name");
        assertThat(properties(tool).at("/fields/maxLength").asInt()).isEqualTo(2_000);
        assertThat(properties(tool).at("/view/enum").toString()).isEqualTo("[\"full\",\"compact\",\"text\"]");
        assertThat(properties(tool).at("/view/description").asText()).contains("full", "compact", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-toolsmith-reads: true", "x-toolsmith-kind: list", "x-toolsmith-kind: get"})
    void soHasWhateverElseReads(String reading) {
        assertThat(tool("post", "/things/search", reading + "\n" + ANSWER).resultArguments())
                .containsExactly("fields", "view");
    }

    @Test
    void theListedSchemaShowsThemBare() {
        ToolModel tool = tool("get", "/things", ANSWER);

        assertThat(tool.listed().toJson())
                .contains(
                        "\"fields\":{\"type\":\"string\"},\"view\":{\"type\":\"string\",\"enum\":[\"full\",\"compact\",\"text\"]}}")
                .doesNotContain("such as id,owner.name");
    }

    @Test
    void whatWritesHasNeither() {
        assertThat(tool("post", "/things", ANSWER).resultArguments()).isEmpty();
    }

    @Test
    void whatAnswersNothingThatIsKnownHasNeither() {
        assertThat(tool("get", "/things", "responses: {'200': {description: Done.}}")
                        .resultArguments())
                .isEmpty();
    }

    @Test
    void anArgumentOfTheApiWins() {
        ToolModel tool = tool(
                "get",
                "/things",
                "parameters: [{name: fields, in: query, description: Mine., schema: {type: integer}}]\n" + ANSWER);

        assertThat(tool.resultArguments()).containsExactly("view");
        assertThat(tool.bindings()).doesNotContain(new ServerArgument("fields"));
        assertThat(tool.listed().node().at("/properties/fields/description").asText())
                .isEqualTo("Mine.");
    }

    private static JsonNode properties(ToolModel tool) {
        return tool.input().node().path("properties");
    }

    private static ToolModel tool(String method, String path, String members) {
        return Planning.of("paths:\n  " + path + ":\n    " + method + ":\n      description: Does it.\n"
                        + members.strip().indent(6))
                .tool();
    }
}
