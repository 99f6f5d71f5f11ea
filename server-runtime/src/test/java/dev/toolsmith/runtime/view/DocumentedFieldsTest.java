package dev.toolsmith.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DocumentedFieldsTest {

    private static final JsonNode ANSWER = json("""
            {"type":"object","properties":{"data":{"type":"array","items":{"$ref":"#/$defs/thing"}},"total":{"type":"integer"}},
             "$defs":{"thing":{"properties":{"id":{},"parent":{"$ref":"#/$defs/thing"}},
                               "anyOf":[{"properties":{"gone":{"type":"string"}}}]}}}""");

    @Test
    void pathsBeginWhereItemsStandAndEndThoughSchemasReferToThemselves() {
        Set<String> paths = DocumentedFields.of(ANSWER, List.of("data"));

        assertThat(paths)
                .contains("id", "gone", "parent", "parent.id", "parent.gone")
                .doesNotContain("total", "data");
        assertThat(DocumentedFields.of(ANSWER, List.of())).contains("data", "data.id", "total");
    }

    @Test
    void aDocumentedFieldThatNoItemHasIsNotMissed() {
        FieldPaths fields = FieldPaths.of("gone,nowhere");
        fields.of(json("{\"id\":1}"));

        assertThat(fields.missing(DocumentedFields.of(ANSWER, List.of("data"))))
                .contains("The answer has no field \"nowhere\". There are: id.");
    }

    private static JsonNode json(String text) {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
