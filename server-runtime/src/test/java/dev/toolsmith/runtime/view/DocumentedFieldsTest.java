package dev.toolsmith.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties':{'data':{'type':'object'}}}",
                "{'properties':{'data':{'properties':{'id':{}}}}}",
                "{'properties':{'data':{'type':['null','object']}}}",
                "{'properties':{'data':{'type':'array','items':{'type':'object'}}}}",
                "{'properties':{'data':{'items':{'properties':{}}}}}",
                "{'properties':{'data':{'$ref':'#/$defs/One'}},'$defs':{'One':{'type':'object'}}}",
                "{'$ref':'#/$defs/All','$defs':{'All':{'properties':{'data':{'type':'object'}}}}}",
                "{'allOf':[{'properties':{'data':{'type':'object'}}}]}",
                "{'properties':{'data':{'oneOf':[{'type':'null'},{'type':'object'}]}}}",
                "{'anyOf':[{'properties':{'data':{'type':'null'}}},{'properties':{'data':{'type':'object'}}}]}",
                "{'properties':{'data':{'items':{'anyOf':[{'type':'string'},{'type':'object'}]}}}}"
            })
    void theOnlyMemberIsTheEnvelopeWhereItHoldsObjects(String schema) {
        assertThat(DocumentedFields.envelope(json(schema.replace('\'', '"')))).contains("data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'object','properties':{}}",
                "{'properties':{'data':{'type':'string'}}}",
                "{'properties':{'data':{'type':['string','null']}}}",
                "{'properties':{'data':{'type':'array','items':{'type':'string'}}}}",
                "{'properties':{'data':{'type':'object'},'more':{}}}",
                "{'anyOf':[{'properties':{'data':{'type':'object'}}},{'properties':{'error':{'type':'object'}}}]}",
                "{'allOf':[{'properties':{'data':{'type':'object'}}},{'properties':{'total':{'type':'integer'}}}]}"
            })
    void otherAnswersHaveNone(String schema) {
        assertThat(DocumentedFields.envelope(json(schema.replace('\'', '"')))).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
