package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.json.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {

    private final JsonNode document = JsonTree.read(new ApiDocument().json());

    @TempDir
    Path folder;

    @Test
    void whatIsServedIsWhatIsDescribedAndTheOtherWayRound() throws Exception {
        Set<String> described = new TreeSet<>();
        operations().forEach((name, operation) -> described.add(name));
        try (ApiRig api = new ApiRig(folder)) {
            assertThat(api.routes()).isEqualTo(described);
        }
    }

    @Test
    void parametersAreTheOnesThatRoutesKnow() throws Exception {
        try (ApiRig api = new ApiRig(folder)) {
            operations().forEach((name, operation) -> {
                Set<String> names = new TreeSet<>();
                operation
                        .path("parameters")
                        .forEach(parameter ->
                                names.add(resolved(parameter).get("name").stringValue()));
                assertThat(new TreeSet<>(api.parameters(name))).as(name).isEqualTo(names);
            });
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasANameOfItsOwn() {
        for (String pointer : document.findValuesAsString("$ref")) {
            assertThat(document.at(pointer.substring(1)).isObject()).as(pointer).isTrue();
        }
        List<String> ids = new ArrayList<>();
        operations()
                .forEach((name, operation) ->
                        ids.add(operation.get("operationId").stringValue()));
        assertThat(ids).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationThatNeedsATokenSaysWhatHappensWithoutOne() {
        operations().forEach((name, operation) -> {
            boolean open = operation.has("security");
            assertThat(operation.get("responses").has("401")).as(name).isEqualTo(!open);
            assertThat(operation.get("responses").has("415")).as(name).isEqualTo(operation.has("requestBody"));
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (!member.getKey().equals("parameters")) {
                        operations.put(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue());
                    }
                }));
        return operations;
    }
}
