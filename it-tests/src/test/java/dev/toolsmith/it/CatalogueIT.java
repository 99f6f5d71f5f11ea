package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the product says of its tools, on the command line and to a client. */
class CatalogueIT {

    private static final int TOKENS_OF_THE_CORE = 20_000;
    private static final int TOKENS_OF_ITS_READS = 7_000;
    private static Map<String, JsonNode> listed;
    private static JsonNode rows;

    @BeforeAll
    static void list() {
        try (Connection connection = new Server("kernel", "stdio")
                .connect("http://127.0.0.1:9", Product.published(Map.of("ATTIO_API_KEY", "unused")))) {
            listed = new LinkedHashMap<>();
            connection
                    .rpc()
                    .tools()
                    .forEach(tool -> listed.put(tool.required("name").asString(), tool));
        }
        rows = CommandRun.of(Product.command("tools", "--json"), Map.of(), "")
                .json()
                .required("tools");
    }

    @Test
    void theCommandLineTellsOfEveryToolWhatIsTrue() {
        Map<String, List<Object>> told = new TreeMap<>();
        for (JsonNode row : rows) {
            told.put(
                    row.required("name").asString(),
                    List.of(
                            row.required("method").asString(),
                                    row.required("path").asString(),
                            row.required("kind").asString(),
                                    row.required("class").asString(),
                            row.required("tag").asString(),
                                    row.required("reads").asBoolean()));
        }
        Map<String, List<Object>> known = new TreeMap<>();
        ToolFact.all()
                .values()
                .forEach(fact -> known.put(
                        fact.name(),
                        List.of(fact.method(), fact.path(), fact.kind(), fact.toolClass(), fact.tag(), fact.reads())));
        assertThat(told).isEqualTo(known);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.required("scopes").isArray()).isTrue());
    }

    @Test
    void everyToolIsListedOnceAndByAShortName() {
        assertThat(listed.keySet())
                .containsExactlyInAnyOrderElementsOf(ToolFact.all().keySet());
        assertThat(listed.keySet())
                .allSatisfy(
                        name -> assertThat(name).hasSizeLessThanOrEqualTo(56).matches("[a-z][a-z0-9_]*"));
    }

    @Test
    void everyToolCarriesAllFourHintsAndTheyFitWhatItDoes() {
        listed.forEach((name, tool) -> {
            JsonNode hints = tool.required("annotations");
            assertThat(List.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"))
                    .allSatisfy(hint -> assertThat(hints.path(hint).isBoolean())
                            .as(name + " " + hint)
                            .isTrue());
            ToolFact fact = ToolFact.of(name);
            assertThat(hints.path("readOnlyHint").asBoolean()).as(name).isEqualTo(fact.reads());
            if (fact.reads()) {
                assertThat(hints.path("destructiveHint").asBoolean()).as(name).isFalse();
            }
            if (fact.kind().equals("delete")) {
                assertThat(hints.path("destructiveHint").asBoolean()).as(name).isTrue();
            }
        });
    }

    @Test
    void everyDescriptionIsASentenceAndEveryPairOfNeighboursIsToldApart() {
        listed.forEach((name, tool) -> assertThat(tool.path("description").asString(""))
                .as(name)
                .hasSizeGreaterThan(40)
                .contains(" ")
                .endsWith("."));
        assertThat(listed.values().stream()
                        .map(tool -> tool.required("description").asString()))
                .as("no two tools say the same of themselves")
                .doesNotHaveDuplicates();
    }

    @Test
    void everySchemaIsAValidObjectSchemaThatModelsAccept() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        listed.forEach((name, tool) -> {
            JsonNode schema = tool.required("inputSchema");
            assertThat(meta.validate(schema)).as(name).isEmpty();
            assertThat(schema.path("type").asString()).as(name).isEqualTo("object");
            assertThat(schema.propertyNames()).as(name).doesNotContain("oneOf", "anyOf", "allOf", "not", "$ref");
            assertThat(schema.path("additionalProperties").isBoolean())
                    .as(name + " is closed")
                    .isTrue();
            assertThat(keys(schema.path("properties"))).as(name).allMatch(key -> key.matches("[a-zA-Z0-9_.-]{1,64}"));
            for (JsonNode required : schema.path("required")) {
                assertThat(schema.path("properties").has(required.asString()))
                        .as(name + " " + required)
                        .isTrue();
            }
        });
    }

    @Test
    void everySlotOfAPathAndEveryWrittenPropertyIsNamed() {
        listed.forEach((name, tool) -> {
            JsonNode schema = tool.required("inputSchema");
            assertThat(keys(schema.path("required")))
                    .as(name)
                    .containsAll(ToolFact.of(name).slots());
        });
        listed.forEach((name, tool) -> {
            JsonNode exact = ExactSchemas.of(name);
            JsonNode schema = tool.required("inputSchema");
            assertThat(keys(schema.path("required"))).as(name).containsAll(keys(exact.path("required")));
            assertThat(keys(schema.path("properties"))).as(name).containsAll(keys(exact.path("properties")));
            assertThat(named(schema)).as(name).containsAll(propertiesOfData(exact));
        });
        for (ValidCall call : ValidCall.table()) {
            JsonNode schema = listed.get(call.tool()).required("inputSchema");
            assertThat(keys(schema.path("properties"))).as(call.tool()).containsAll(keys(call.template()));
            assertThat(named(schema))
                    .as(call.tool() + " names what data takes")
                    .containsAll(keys(call.template().path("data")));
        }
    }

    @Test
    void everyWritableAttributeOfTheStandardObjectsIsNamed() {
        JsonNode attributes = Yaml.resource("standard-attributes.yaml");
        attributes.properties().forEach(object -> {
            for (ToolFact fact : ToolFact.all().values()) {
                boolean writes = Set.of("PUT", "POST", "PATCH").contains(fact.method()) && !fact.reads();
                if (writes && fact.path().startsWith("/v2/objects/" + object.getKey() + "/")) {
                    assertThat(named(listed.get(fact.name()).required("inputSchema")))
                            .as(fact.name())
                            .containsAll(keys(object.getValue()));
                }
            }
        });
    }

    @Test
    void theCoreToolsFitTheTokenBudget() {
        List<JsonNode> core = listed.values().stream()
                .filter(tool -> ToolFact.of(tool.required("name").asString()).core())
                .toList();
        assertThat(core).hasSize(97);
        assertThat(tokens("core", core)).isLessThan(TOKENS_OF_THE_CORE);
        List<JsonNode> reads = core.stream()
                .filter(tool -> ToolFact.of(tool.required("name").asString()).reads())
                .toList();
        assertThat(reads).hasSize(48);
        assertThat(tokens("core read-only", reads)).isLessThan(TOKENS_OF_ITS_READS);
    }

    private static int tokens(String what, List<JsonNode> tools) {
        int total = CommandRun.of(Node.command("tokens.mjs"), Map.of(), tools.toString())
                .json()
                .path("total")
                .asInt();
        System.out.println("Tokens of the " + tools.size() + " " + what + " tools (o200k): " + total);
        assertThat(total).isPositive();
        return total;
    }

    /** The names of what {@code data} takes by an exact schema. */
    private static List<String> propertiesOfData(JsonNode exact) {
        JsonNode data = exact.path("properties").path("data");
        JsonNode there =
                data.has("$ref") ? exact.at(data.path("$ref").asString().substring(1)) : data;
        return keys(there.path("properties"));
    }

    /** Every property name anywhere in a schema, and every word of its descriptions. */
    private static Set<String> named(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            JsonNode value = member.getValue();
            if (member.getKey().equals("properties")) {
                names.addAll(value.propertyNames());
            }
            if (member.getKey().equals("description")) {
                Pattern.compile("\\w+").matcher(value.asString("")).results().forEach(word -> names.add(word.group()));
            }
            names.addAll(named(value));
        }
        schema.values().forEach(item -> names.addAll(named(item)));
        return names;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> keys.add(item.asString()));
        } else {
            keys.addAll(node.propertyNames());
        }
        return keys;
    }
}
