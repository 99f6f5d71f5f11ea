package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GivenArgumentsTest {

    private static final String API = """
            paths:
              /things/{id}:
                put:
                  description: Does it.
                  OPERATION
                  parameters: [{name: id, in: path, required: true, description: Old., schema: {type: string}}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [data]
                          properties:
                            data: {$ref: '#/components/schemas/Data'}
                            note: {type: string, description: Own note.}
                  responses: {'200': {description: Good.}}
            components:
              schemas:
                Data:
                  type: object
                  required: [tags]
                  properties:
                    title: {$ref: '#/components/schemas/Title', description: Own title.}
                    tags: {type: array, description: Own tags., items: {$ref: '#/components/schemas/Tag'}}
                    who:
                      anyOf:
                        - {type: object, properties: {mail: {type: string}, age: {type: number}}}
                        - {type: object, properties: {mail: {type: [string, 'null']}}}
                    parent: {$ref: '#/components/schemas/Data'}
                Title: {type: string, description: A title.}
                Tag: {type: object, description: Own tag., properties: {a/b: {type: string, description: Own slash.}}}
                Free: {description: Whatever., properties: {x: {type: integer, description: An x.}}}
            ROOT
            """;

    @Test
    void aTextStandsInPlaceOfTheDescriptionsOwn() {
        JsonNode schema = input("/id: New., /note: {description: 'New  [note](notes.md).'}");

        assertThat(schema.at("/properties/id/description").textValue()).isEqualTo("New.");
        assertThat(schema.at("/properties/note/description").textValue()).isEqualTo("New note.");
    }

    @Test
    void aTextReachesPropertiesBehindReferencesAndLeavesOtherUsesOfTheseAsTheyAre() {
        JsonNode schema = input("/data/title: New., /data/parent/title: Newer.");

        assertThat(schema.at("/properties/data/properties/title/description").textValue())
                .isEqualTo("New.");
        JsonNode parent = schema.at("/properties/data/properties/parent");
        assertThat(parent.at("/properties/title/description").textValue()).isEqualTo("Newer.");
        String definition = parent.at("/properties/parent/$ref").textValue();
        assertThat(schema.at(definition.substring(1) + "/properties/title/description")
                        .textValue())
                .isEqualTo("Own title.");
    }

    @Test
    void aStarIsTheItemsOfAnArrayAndEscapedNamesAreRead() {
        JsonNode schema = input("/data/tags/*/a~1b: New.");

        JsonNode tag = schema.at("/properties/data/properties/tags/items");
        assertThat(tag.at("/properties/a~1b/description").textValue()).isEqualTo("New.");
        assertThat(tag.path("description").textValue()).isEqualTo("Own tag.");
    }

    @Test
    void aTextStandsInEveryAlternativeThatHasThePlace() {
        JsonNode schema = input("/data/who/mail: New., /data/who/age: Years.");

        JsonNode branches = schema.at("/properties/data/properties/who/anyOf");
        assertThat(branches.at("/0/properties/mail/description").textValue()).isEqualTo("New.");
        assertThat(branches.at("/1/properties/mail/description").textValue()).isEqualTo("New.");
        assertThat(branches.at("/0/properties/age/description").textValue()).isEqualTo("Years.");
        assertThat(branches.at("/1/properties/age").isMissingNode()).isTrue();
    }

    @Test
    void aSchemaStandsInPlaceOfTheDescriptionsOwnAndWhatIsRequiredStaysRequired() {
        JsonNode schema = input("/data/tags: {schema: {$ref: '#/components/schemas/Free'}}");

        assertThat(schema.at("/properties/data/properties/tags"))
                .hasToString("{\"description\":\"Whatever.\",\"properties\":{\"x\":{\"type\":\"integer\","
                        + "\"description\":\"An x.\"}}}");
        assertThat(schema.at("/properties/data/required")).hasToString("[\"tags\"]");
    }

    @Test
    void aTextInsideAGivenSchemaIsGivenAfterTheSchema() {
        JsonNode schema = input("/data/tags/x: New., /data/tags: {schema: {$ref: '#/components/schemas/Free'}}");

        assertThat(schema.at("/properties/data/properties/tags/properties/x/description")
                        .textValue())
                .isEqualTo("New.");
    }

    @Test
    void defaultsOfTheDocumentHoldUntilTheOperationSaysOtherwise() {
        Planning planning = planning(
                "x-toolsmith-arguments: {/id: Special., /data/tags: Labels.}",
                "x-toolsmith-arguments: {/id: General., /note: General., "
                        + "/data/tags: {schema: {type: array}}, /elsewhere: None.}");
        JsonNode schema = planning.tool().input().node();

        assertThat(schema.at("/properties/id/description").textValue()).isEqualTo("Special.");
        assertThat(schema.at("/properties/note/description").textValue()).isEqualTo("General.");
        assertThat(schema.at("/properties/data/properties/tags"))
                .hasToString("{\"type\":\"array\",\"description\":\"Labels.\"}");
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void onlyGivenTextsAreShownWhenTheOverlaySaysSo() {
        Planning planning = planning(
                "x-toolsmith-arguments: {/data/tags: {schema: {$ref: '#/components/schemas/Free'}}, /id: New.}",
                "x-toolsmith-only-given-texts: true");
        JsonNode schema = planning.tool().input().node();

        assertThat(schema.findValuesAsText("description")).containsExactlyInAnyOrder("New.", "Whatever.", "An x.");
    }

    @Test
    void anOperationMayKeepItsTextsAllTheSame() {
        Planning planning = planning("x-toolsmith-only-given-texts: false", "x-toolsmith-only-given-texts: true");

        assertThat(planning.tool()
                        .input()
                        .node()
                        .at("/properties/id/description")
                        .textValue())
                .isEqualTo("Old.");
    }

    @Test
    void aPropertyNamedDescriptionIsNoText() {
        Planning planning = Planning.ofPost("""
                x-toolsmith-only-given-texts: true
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema: {type: object, properties: {description: {type: string, description: Text.}}}
                """);

        assertThat(planning.tool().input().node().path("properties"))
                .hasToString("{\"description\":{\"type\":\"string\"}}");
    }

    @Test
    void whatASpecialisedToolPutsInPlaceStays() {
        Planning planning = planning("""
                x-toolsmith-specialize:
                        parameter: id
                        replace: /data/title
                        values: {one: {schema: '#/components/schemas/Free'}}
                      x-toolsmith-arguments: {/id: New., /data/title: {schema: {type: boolean}}}
                      x-toolsmith-only-given-texts: true
                """, "");

        assertThat(planning.tool("app_one_overwrite")
                        .input()
                        .node()
                        .at("/properties/data/properties/title/properties/x/description")
                        .textValue())
                .isEqualTo("An x.");
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void aPlaceThatIsNotThereIsReported() {
        Planning planning = planning("x-toolsmith-arguments: {/data/titel: New.}", "");

        assertThat(planning.findings())
                .containsExactly(
                        "warning argument-not-found at api.yaml#/paths/~1things~1{id}/put/x-toolsmith-arguments/"
                                + "~1data~1titel: The tool takes nothing at '/data/titel'\n"
                                + "  Name an argument, then properties inside it, and * for the items of an array: "
                                + "/data/tags/*.");
        assertThat(planning.names()).hasSize(1);
    }

    @Test
    void whatIsNoPointerOrNoTextOrSchemaIsRefused() {
        Planning planning = planning("x-toolsmith-arguments: {id: New., /id: 3, /note: {text: New.}}", "");

        assertThat(planning.codes())
                .containsExactlyInAnyOrder("malformed-extension", "malformed-extension", "unknown-extension");
        assertThat(planning.findings())
                .anyMatch(each -> each.contains("'id' must be a JSON pointer that begins with '/'"));
        assertThat(planning.names()).isEmpty();
    }

    @Test
    void aGivenSchemaThatLeadsNowhereIsRefused() {
        Planning planning = planning("x-toolsmith-arguments: {/id: {schema: {$ref: '#/info/title'}}}", "");

        assertThat(planning.codes()).containsExactly("broken-reference");
        assertThat(planning.names()).isEmpty();
    }

    @Test
    void schemasThatReferToThemselvesEndTheSearch() {
        Planning planning = Planning.of("""
                paths:
                  /things:
                    post:
                      description: Does it.
                      x-toolsmith-arguments: {/data/none: New.}
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {type: object, properties: {data: {$ref: '#/components/schemas/A'}}}
                      responses: {'200': {description: Good.}}
                components:
                  schemas:
                    A: {anyOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
                    B: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}
                    C: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
                """);

        assertThat(planning.codes()).containsExactly("argument-not-found");
    }

    @Test
    void sizesAndOffsetsOfPagesAreWholeNumbers() {
        Planning planning = Planning.ofGet("""
                parameters:
                  - {name: limit, in: query, schema: {type: number, maximum: 50}}
                  - {name: offset, in: query, schema: {type: [number, 'null']}}
                  - {name: ratio, in: query, schema: {type: number}}
                """);
        JsonNode properties = planning.tool().input().node().path("properties");

        assertThat(properties.at("/limit/type").textValue()).isEqualTo("integer");
        assertThat(properties.at("/offset/type")).hasToString("[\"integer\",\"null\"]");
        assertThat(properties.at("/ratio/type").textValue()).isEqualTo("number");
    }

    @Test
    void anEnumerationThatForgetsTheNullOfItsTypeTakesNull() {
        Planning planning =
                Planning.ofBody("{type: object, properties: {level: {type: [string, 'null'], enum: [high, low]}}}");

        assertThat(planning.tool().input().node().at("/properties/level/enum")).hasToString("[\"high\",\"low\",null]");
    }

    private static JsonNode input(String arguments) {
        Planning planning = planning("x-toolsmith-arguments: {" + arguments + "}", "");
        assertThat(planning.findings()).isEmpty();
        return planning.tool().input().node();
    }

    private static Planning planning(String ofOperation, String ofRoot) {
        return Planning.of(API.replace("OPERATION", ofOperation.strip()).replace("ROOT", ofRoot));
    }
}
