package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions with one to three values replaced by something that does not belong there. */
@Timeout(120)
class MutatedDocumentTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swagger-2",
                "remote-references",
                "references-that-lead-nowhere",
                "media-types",
                "server-variables"
            })
    void endInDiagnosticsWhateverIsWrongWithThem(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/reading", name, "api.yaml"));
        Random random = new Random(name.length());
        for (int i = 0; i < 150; i++) {
            JsonNode root = tree(text);
            for (int mutation = 0; mutation <= i % 3; mutation++) {
                mutate(root, random);
            }
            Reading reading = Reading.of(Reading.yaml("api.json", root.toString()));
            assertThat(reading.description().isPresent() || !reading.findings().isEmpty())
                    .as(root.toString())
                    .isTrue();
        }
    }

    private static void mutate(JsonNode root, Random random) {
        List<Runnable> places = new ArrayList<>();
        collect(root, random, places);
        if (!places.isEmpty()) {
            places.get(random.nextInt(places.size())).run();
        }
    }

    private static void collect(JsonNode node, Random random, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> places.add(() -> object.set(key, odd(random))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, odd(random)));
            }
        }
        node.forEach(child -> collect(child, random, places));
    }

    private static JsonNode odd(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.textNode("");
            case 3 -> NODES.textNode("#/paths");
            case 4 -> NODES.booleanNode(true);
            case 5 -> NODES.arrayNode().add(NODES.nullNode()).add("text");
            case 6 -> NODES.objectNode().put("$ref", "#/components");
            default -> NODES.objectNode();
        };
    }

    private static JsonNode tree(String yaml) {
        try {
            return YamlTree.read(yaml, ReadLimits.DEFAULTS);
        } catch (TreeFault e) {
            throw new AssertionError(e);
        }
    }
}
