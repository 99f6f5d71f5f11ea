package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscriminatorsTest {

    private static final String CARS = """
              A: {type: object, required: [kind], properties: {kind: {type: string, description: Which., enum: [a, b]}, size: {type: integer}}}
              B: {type: object, properties: {kind: {type: string}, name: {type: string}}}
            """;

    private static final String PETS = """
              Pet:
                type: object
                required: [kind]
                discriminator: {propertyName: kind, mapping: {dog: '#/components/schemas/Dog', puppy: Dog}}
                properties: {kind: {type: string}, friend: {$ref: '#/components/schemas/Pet'}}
              Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: string}}}]}
              Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {meow: {type: string}}}]}
              Lion: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {roar: {type: string}}}]}
            """;

    @Test
    void branchesSayWhatTheMappingSaysOfThem() {
        String body = body(
                "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                        + " discriminator: {propertyName: kind, mapping: {a1: '#/components/schemas/A', a2: A, b: B}}}",
                CARS);

        assertThat(body)
                .contains("{'type':'object','required':['kind'],'properties':{'kind':{'enum':['a1','a2'],"
                        + "'description':'Which.'},'size':{'type':'integer'}}}")
                .contains("{'type':'object','properties':{'kind':{'const':'b'},'name':{'type':'string'}},"
                        + "'required':['kind']}");
    }

    @Test
    void branchesWithoutAMappingSayTheirNames() {
        String body = body(
                "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {type: string}],"
                        + " discriminator: {propertyName: kind}}",
                CARS);

        assertThat(body).contains("'const':'A'", "'const':'B'", "{'type':'string'}");
    }

    @Test
    void whatExtendsASchemaByAllOfIsItsKinds() {
        ToolModel tool = tool("{$ref: '#/components/schemas/Pet'}", PETS);

        assertThat(tool.input().node().at("/$defs/Pet/anyOf").toString().replace('"', '\''))
                .isEqualTo("[{'$ref':'#/$defs/Dog','properties':{'kind':{'enum':['dog','puppy']}},'required':['kind']},"
                        + "{'$ref':'#/$defs/Cat','properties':{'kind':{'const':'Cat'}},'required':['kind']},"
                        + "{'$ref':'#/$defs/Lion','properties':{'kind':{'const':'Lion'}},'required':['kind']}]");
        assertThat(tool.input().node().at("/$defs/Pet_base").toString().replace('"', '\''))
                .isEqualTo("{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'},"
                        + "'friend':{'$ref':'#/$defs/Pet'}}}");
        assertThat(tool.listed()
                        .node()
                        .at("/properties/body/properties/kind/enum")
                        .toString())
                .isEqualTo("[\"dog\",\"puppy\",\"Cat\",\"Lion\"]");
    }

    @Test
    void aSchemaThatNeedNotSayItsKindIsOneItself() {
        String body = body("{$ref: '#/components/schemas/Base'}", """
                  Base: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
                  More: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {more: {type: string}}}]}
                """);

        assertThat(body)
                .endsWith(
                        ",{'type':'object','properties':{'kind':{'type':'string'}}}],'description':'The request body.'}");
    }

    @Test
    void aSchemaOfVeryManyKindsTakesEveryProperty() {
        String kinds = IntStream.rangeClosed(0, Discriminators.MOST)
                .mapToObj(i -> "  Kind" + i + ": {allOf: [{$ref: '#/components/schemas/Base'}]}\n")
                .collect(Collectors.joining());
        String body = body(
                "{$ref: '#/components/schemas/Base'}",
                "  Base: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}\n"
                        + kinds);

        assertThat(body)
                .isEqualTo("{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'}},"
                        + "'additionalProperties':true,'description':'The request body.'}");
    }

    @Test
    void aKindDoesNotGoInCirclesThroughAListOfItself() {
        String body = body("{$ref: '#/components/schemas/Any'}", """
                  Any: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/One'}]}
                  One: {allOf: [{$ref: '#/components/schemas/Any'}, {type: object, properties: {one: {type: string}}}]}
                """);

        assertThat(body).contains("'const':'One'").contains("'one'").doesNotContain("$ref");
    }

    @Test
    void answersAreWhatTheDescriptionSays() {
        ToolModel tool = Planning.of("""
                paths:
                  /pets:
                    get:
                      summary: Pets.
                      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
                components:
                  schemas:
                """ + PETS.indent(2)).tool();

        assertThat(tool.output().orElseThrow().toJson()).doesNotContain("const").doesNotContain("anyOf");
    }

    @Test
    void aClosedBranchDoesNotShutOutTheOthers() {
        String body = body(
                "{type: object, properties: {x: {allOf: [{$ref: '#/components/schemas/B'},"
                        + " {type: object, additionalProperties: false, properties: {more: {type: string}}}]}}}",
                CARS);

        assertThat(body).contains("'more'").doesNotContain("'additionalProperties':false,'properties':{'more'");
    }

    private static String body(String schema, String components) {
        return tool(schema, components)
                        .input()
                        .node()
                        .path("properties")
                        .path("body")
                        .toString()
                        .replace('"', '\'')
                + tool(schema, components)
                        .input()
                        .node()
                        .path("properties")
                        .path("x")
                        .toString()
                        .replace('"', '\'');
    }

    private static ToolModel tool(String schema, String components) {
        Planning planning = Planning.of(Planning.operation(
                        "post",
                        "/things",
                        "requestBody: {required: true, content: {application/json: {schema: " + schema + "}}}")
                + "components:\n  schemas:\n" + components.indent(2));
        assertThat(planning.codes()).isEqualTo(List.of());
        return planning.tool();
    }
}
