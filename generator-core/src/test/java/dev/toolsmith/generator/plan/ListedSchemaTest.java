package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedSchemaTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final int INSTANCES = 100;

    private static final List<ListedLimits> LIMITS = List.of(
            ListedLimits.defaults(),
            new ListedLimits(200, 80, 20, 3, 3, 300),
            new ListedLimits(200, 80, 20, 3, 1, 1_000_000),
            new ListedLimits(4000, 4000, 4000, 1000, 20, 1_000_000));

    /** Bodies with everything that is widened or left out in a listing. */
    static Stream<String> bodies() {
        return Stream.of(
                "{type: object, properties: {data: {anyOf: [{type: object, required: [a], properties: {a: {type: string}},"
                        + " additionalProperties: false}, {type: object, required: [b], properties: {b: {type: integer},"
                        + " a: {type: boolean}}}, {type: array, items: {type: string}}, {type: 'null'}]}}}",
                "{type: object, properties: {data: {oneOf: [{type: object, required: [kind], properties: {kind: {enum: [x]},"
                        + " v: {type: string}}}, {type: object, required: [kind], properties: {kind: {enum: [y]},"
                        + " v: {type: object, properties: {deep: {type: number}}}}}]}}}",
                "{type: object, properties: {data: {allOf: [{type: object, required: [a], properties: {a: {type: string}}},"
                        + " {type: object, properties: {b: {type: array, items: {enum: [1, 2, null]}}}}]}}}",
                "{type: object, properties: {e: {enum: [a, b, c, d, 1, true, null]}, f: {type: string, enum: [a, b, c, d, e]},"
                        + " c: {const: 5}, n: {type: number, minimum: 3, maximum: 20}}}",
                "{type: object, properties: {data: {type: [object, string, array, number, 'null'], description: Anything.,"
                        + " properties: {'$or': {type: array}, ok: {type: boolean}}, required: ['$or'],"
                        + " items: {type: [string, object]}}}}",
                "{type: object, properties: {data: {type: object, properties: {l2: {type: object, properties: {l3: {type: object,"
                        + " properties: {l4: {type: object, properties: {l5: {type: string}}, required: [l5]}}}}}}}}}",
                "{type: object, properties: {data: {type: object, required: [a], anyOf: [{required: [b]}, {required: [c]}],"
                        + " properties: {a: {type: string}, b: {type: string}, c: {type: 'null'}}}}}",
                "{type: object, properties: {tuple: {type: array, items: {type: string}, prefixItems: [{type: integer}]},"
                        + " not: {not: {type: string}}, map: {type: object, additionalProperties: {type: integer}}}}",
                "{type: object, properties: {data: {nullable: true, oneOf: [{type: string}, {type: string, enum: [a]},"
                        + " {type: integer}, {type: array, items: {type: array, items: {type: string}}}]}}}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everythingThatValidatesFitsTheListedSchema(String body) {
        ToolModel tool = Planning.ofBody(body).tool();

        for (ListedLimits limits : LIMITS) {
            assertThat(misfits(tool.input(), new ListedSchemaPlanner(limits).listed(tool.input()), INSTANCES))
                    .isEmpty();
        }
    }

    @Test
    void whateverValidatesFitsTheListedSchemaOfEveryAttioTool() {
        List<String> misfits = Planning.ofAttio().catalog().tools().stream()
                .flatMap(tool ->
                        misfits(tool.input(), tool.listed(), 30).stream().map(instance -> tool.name() + " " + instance))
                .toList();

        assertThat(misfits).isEmpty();
    }

    @Test
    void recursiveSchemasEndInAType() {
        ToolModel tool = Planning.of(
                        """
                components:
                  schemas:
                    Node: {type: object, properties: {name: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
                """
                                + Planning.operation(
                                        "post",
                                        "/things",
                                        "requestBody: {required: true, content: {application/json:"
                                                + " {schema: {type: object, properties: {tree: {$ref: '#/components/schemas/Node'}}}}}}"))
                .tool();

        assertThat(tool.listed().node().toString()).doesNotContain("$ref", "$defs");
        assertThat(misfits(tool.input(), tool.listed(), INSTANCES)).isEmpty();
    }

    @Test
    void anArgumentOfWhichNothingIsCommonShowsItsAlternatives() {
        ToolModel tool = Planning.ofBody("{type: object, properties: {source: {description: Who pays.,"
                        + " unevaluatedProperties: false, anyOf: ["
                        + "{title: Card, required: [number], properties: {object: {const: card}, number: {type: string}}},"
                        + "{title: Bank, type: object, required: [iban],"
                        + " properties: {object: {const: bank}, iban: {type: string}}}]}}}")
                .tool();

        JsonNode source = tool.listed().node().at("/properties/source");

        assertThat(source.path("anyOf")).hasSize(2);
        assertThat(source.at("/anyOf/0/properties/object/const").textValue()).isEqualTo("card");
        assertThat(source.at("/anyOf/1/required/0").textValue()).isEqualTo("iban");
        assertThat(misfits(tool.input(), tool.listed(), INSTANCES)).isEmpty();
    }

    @Test
    void everyRequiredArgumentStaysRequired() {
        for (ToolModel tool : Planning.ofAttio().catalog().tools()) {
            assertThat(tool.listed().node().path("required"))
                    .isEqualTo(tool.input().node().path("required"));
        }
    }

    @Test
    void everyPropertyOfDataAndEveryAttributeIsNamed() {
        for (ToolModel tool : Planning.ofAttio().catalog().tools()) {
            JsonNode exact = tool.input().node().at("/properties/data/properties");
            JsonNode listed = tool.listed().node().at("/properties/data/properties");
            assertThat(names(listed)).as(tool.name().value()).containsAll(names(exact));
            assertThat(names(listed.at("/values/properties")))
                    .as(tool.name().value())
                    .containsAll(names(exact.at("/values/properties")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create_a_attio_company", "update_a_attio_person_by_id", "attio_deals_assert"})
    void specialisedToolsNameTypedAttributes(String name) {
        assertThat(names(Planning.ofAttio()
                        .tool(name)
                        .listed()
                        .node()
                        .at("/properties/data/properties/values/properties")))
                .contains("name")
                .hasSizeGreaterThan(5);
    }

    @Test
    void longEnumerationsBecomeAHint() {
        ListedLimits limits = new ListedLimits(200, 200, 80, 3, 4, 3000);
        ToolModel tool = Planning.of(
                        Planning.operation(
                                "get",
                                "/things",
                                "parameters: [{name: code, in: query, schema: {enum: [a, b, c, d]}}]"),
                        PlanOptions.forApp("app").withNaming(Naming.PATH).withListed(limits))
                .tool();

        assertThat(tool.listed().node().at("/properties/code").toString())
                .isEqualTo("{\"type\":\"string\",\"description\":\"One of 4 values such as a, b, c.\"}");
        assertThat(tool.input().node().at("/properties/code/enum")).hasSize(4);
    }

    @Test
    void nestedKeysThatModelsRefuseAreLeftOutOfTheListing() {
        ToolModel tool = Planning.ofBody(
                        "{type: object, properties: {filter: {type: object, required: ['$and'], additionalProperties: false,"
                                + " properties: {'$and': {type: array}, plain: {type: string}}}}}")
                .tool();

        assertThat(names(tool.listed().node().at("/properties/filter/properties")))
                .containsExactly("plain");
        assertThat(names(tool.input().node().at("/properties/filter/properties")))
                .containsExactly("$and", "plain");
    }

    private static List<String> misfits(JsonSchema exact, JsonSchema listed, int instances) {
        var narrow = SCHEMAS.getSchema(exact.node());
        var wide = SCHEMAS.getSchema(listed.node());
        RandomInstances random = new RandomInstances(exact.node(), 7);
        List<JsonNode> taken = Stream.generate(random::next)
                .limit(instances * 20L)
                .filter(instance -> narrow.validate(instance).isEmpty())
                .limit(instances)
                .toList();
        assertThat(taken).as("instances that are taken by %s", exact.node()).isNotEmpty();
        return taken.stream()
                .filter(instance -> !wide.validate(instance).isEmpty())
                .map(instance -> instance + " " + wide.validate(instance))
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
