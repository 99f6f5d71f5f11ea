package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaNormaliserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, nullable: true} | {'type':['string','null']}",
                "{type: [string, integer], nullable: true} | {'type':['string','integer','null']}",
                "{type: string, nullable: true, enum: [a]} | {'type':['string','null'],'enum':['a',null]}",
                "{nullable: true, const: a} | {'enum':['a',null]}",
                "{nullable: true, anyOf: [{type: string}, {type: integer}]} | {'anyOf':[{'type':'string'},{'type':'integer'},{'type':'null'}]}",
                "{nullable: true, oneOf: [{type: string}, {type: 'null'}]} | {'oneOf':[{'type':'string'},{'type':'null'}]}",
                "{nullable: true, description: D, allOf: [{type: object}, {minProperties: 1}]} | {'description':'D','anyOf':[{'allOf':[{'type':'object'},{'minProperties':1}]},{'type':'null'}]}",
                "{type: number, minimum: 1, exclusiveMinimum: true} | {'type':'number','exclusiveMinimum':1}",
                "{type: number, maximum: 1, exclusiveMaximum: false} | {'type':'number','maximum':1}",
                "{type: number, exclusiveMaximum: 3} | {'type':'number','exclusiveMaximum':3}",
                "{type: string, format: byte} | {'type':'string','contentEncoding':'base64'}",
                "{type: string, format: binary} | {'type':'string','contentEncoding':'base64','contentMediaType':'application/octet-stream'}",
                "{type: file} | {'type':'string','contentEncoding':'base64','contentMediaType':'application/octet-stream'}",
                "{type: string, example: a, examples: [b], xml: {}, x-any: 1, externalDocs: {}, deprecated: false} | {'type':'string'}",
                "{type: number} | {'type':'number'}",
                "{allOf: [{type: string, minLength: 1}], description: D} | {'description':'D','type':'string','minLength':1}",
                "{type: object, discriminator: {propertyName: k}, properties: {k: true, n: false}} | {'type':'object','properties':{'k':{},'n':{'not':{}}}}",
                "{type: array, items: [{type: string}]} | {'type':'array','prefixItems':[{'type':'string'}]}",
                "{type: object, required: true} | {'type':'object'}",
                "{type: string, pattern: '^[a-z]+$'} | {'type':'string','pattern':'^[a-z]+$'}",
                "{type: object, properties: {$ref: {type: string}, enum: {type: string}}} | {'type':'object','properties':{'$ref':{'type':'string'},'enum':{'type':'string'}}}",
                "{type: string, description: 'See [the docs](https://a.example/x) now.'} | {'type':'string','description':'See the docs now.'}",
            })
    void schemasBecome202012(String openapi, String expected) {
        assertThat(argument(openapi).replace('"', '\'')).isEqualTo(expected);
    }

    @Test
    void smallAndSingleReferencesStandWhereTheyAreUsed() {
        assertThat(input("""
                components:
                  schemas:
                    Colour: {type: string, enum: [red, green]}
                    Once: {type: object, properties: {a: {$ref: '#/components/schemas/Colour'}, b: {$ref: '#/components/schemas/Colour', description: Other.}}}
                """, "{type: object, properties: {once: {$ref: '#/components/schemas/Once'}}}"))
                .isEqualTo(
                        "{'type':'object','properties':{'once':{'type':'object','properties':{"
                                + "'a':{'type':'string','enum':['red','green']},"
                                + "'b':{'type':'string','enum':['red','green'],'description':'Other.'}}}},'additionalProperties':false}");
    }

    @Test
    void recursiveSchemasStandUnderDefs() {
        assertThat(input("""
                components:
                  schemas:
                    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
                """, "{type: object, properties: {head: {$ref: '#/components/schemas/Node'}}}"))
                .isEqualTo(
                        "{'type':'object','properties':{'head':{'$ref':'#/$defs/Node'}},'additionalProperties':false,"
                                + "'$defs':{'Node':{'type':'object','properties':{'next':{'$ref':'#/$defs/Node'}}}}}");
    }

    @Test
    void largeSharedSchemasStandUnderDefsOnce() {
        String long1 = "x".repeat(150);
        String schema = input(
                """
                components:
                  schemas:
                    Big: {type: object, description: %s, properties: {one: {type: string, description: %s}}}
                """.formatted(long1, long1),
                "{type: object, properties: {a: {$ref: '#/components/schemas/Big'},"
                        + " b: {$ref: '#/components/schemas/Big'}}}");

        assertThat(schema)
                .startsWith("{'type':'object','properties':{'a':{'$ref':'#/$defs/Big'},'b':{'$ref':'#/$defs/Big'}}")
                .contains("'$defs':{'Big':{");
    }

    @Test
    void aNullableReferenceTakesNullToo() {
        assertThat(input("""
                components: {schemas: {Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node', nullable: true}}}}}
                """, "{type: object, properties: {head: {$ref: '#/components/schemas/Node'}}}"))
                .contains("'next':{'anyOf':[{'$ref':'#/$defs/Node'},{'type':'null'}]}");
    }

    @Test
    void schemasOfTheSameNameInDifferentPlacesStayApart() {
        assertThat(input("""
                components:
                  schemas:
                    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, other: {$ref: '#/components/x/Node'}}}
                  x:
                    Node: {type: object, properties: {up: {$ref: '#/components/x/Node'}}}
                """, "{type: object, properties: {head: {$ref: '#/components/schemas/Node'}}}"))
                .contains("'Node':{", "'Node_2':{'type':'object','properties':{'up':{'$ref':'#/$defs/Node_2'}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'#/components/schemas/None' | error broken-reference at api.yaml#/components/schemas/Typed/properties/value: The reference '#/components/schemas/None' leads to no schema in this document | Refer to a component of the same document, such as #/components/schemas/Name.",
                "other.yaml#/A | error remote-reference at api.yaml#/components/schemas/Typed/properties/value: The reference 'other.yaml#/A' leads out of this document, and nothing is fetched | Put the schema under components/schemas and refer to it there.",
                "'#/components/schemas/A' | error reference-cycle at api.yaml#/components/schemas/Typed/properties/value: The reference '#/components/schemas/A' leads back to itself | Let one of the schemas in the circle say what it looks like.",
            })
    void referencesThatLeadNowhereLeaveOutTheTool(String reference, String finding, String hint) {
        Planning planning = Planning.of("""
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B'}
                    B: {$ref: '#/components/schemas/A'}
                    Typed: {type: object, properties: {value: {$ref: '%s'}}}
                """.formatted(reference) + Planning.operation("post", "/{kind}", """
                        x-toolsmith-specialize: {parameter: kind, replace: /data, values: {things: {schema: '#/components/schemas/Typed'}}}
                        parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
                        requestBody: {content: {application/json: {schema: {type: object, properties: {data: {type: object}}}}}}
                        """));

        assertThat(planning.catalog().tools()).extracting(tool -> tool.path()).containsExactly("/{kind}");
        assertThat(planning.findings()).containsExactly(finding + "\n  " + hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(?=a)b", "'(a)\\1'", "'((a{100}){100}){100}'", "'[a'"})
    void patternsThatCannotBeCheckedAreReportedAndLeftOut(String pattern) {
        Planning planning =
                Planning.ofBody("{type: object, properties: {value: {type: string, pattern: '" + pattern + "'}}}");

        assertThat(planning.tool().input().node().at("/properties/value").toString())
                .isEqualTo("{\"type\":\"string\"}");
        assertThat(planning.findings())
                .containsExactly(
                        "warning unsupported-pattern at api.yaml#/paths/~1things/post/requestBody/content/application~1json"
                                + "/schema/properties/value/pattern: The pattern '" + pattern + "' is not checked\n"
                                + "  Write it without look-around and back-references, in at most 512 characters.");
    }

    @Test
    void patternsThatAreTooLongAreLeftOut() {
        assertThat(PatternRule.isSupported("a".repeat(512))).isTrue();
        assertThat(PatternRule.isSupported("a".repeat(513))).isFalse();
        assertThat(PatternRule.isSupported("(a{99}){99}")).isTrue();
        assertThat(PatternRule.isSupported("(a{101}){100}")).isFalse();
    }

    @Test
    void aPatternPropertyThatCannotBeCheckedOpensTheObject() {
        assertThat(argument(
                        "{type: object, patternProperties: {'(?!x)': {type: string}}, additionalProperties: false}"))
                .isEqualTo("{\"type\":\"object\"}");
    }

    @Test
    void anUnknownTypeIsReported() {
        assertThat(Planning.ofBody("{type: object, properties: {value: {type: any}}}")
                        .findings())
                .containsExactly(
                        "warning unknown-type at api.yaml#/paths/~1things/post/requestBody/content/application~1json/schema"
                                + "/properties/value/type: 'any' is no type of JSON Schema\n"
                                + "  Use one of: array, boolean, integer, null, number, object, string.");
    }

    @Test
    void keywordsThatChangeReferencesAreReported() {
        assertThat(Planning.ofBody("{type: object, properties: {value: {$dynamicRef: '#a'}}}")
                        .findings())
                .containsExactly(
                        "warning unsupported-keyword at api.yaml#/paths/~1things/post/requestBody/content/application~1json"
                                + "/schema/properties/value/$dynamicRef: The keyword '$dynamicRef' is not followed\n"
                                + "  Use $ref with #/components/schemas/Name.");
    }

    @Test
    void answersAreSelfContainedAndLenient() {
        Planning planning = Planning.of("""
                components: {schemas: {Node: {type: object, additionalProperties: false, properties: {secret: {type: string, writeOnly: true}, id: {type: string, readOnly: true}, next: {$ref: '#/components/schemas/Node'}}}}}
                paths:
                  /things:
                    get:
                      description: Gets it.
                      responses: {'200': {description: Good., content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}
                """);

        assertThat(planning.tool().output().orElseThrow().toJson().replace('"', '\''))
                .isEqualTo(
                        "{'$ref':'#/$defs/Node','$defs':{'Node':{'type':'object','properties':{'id':{'type':'string'},"
                                + "'next':{'$ref':'#/$defs/Node'}}}}}");
    }

    @Test
    void anAnswerThatCannotBeFollowedCostsTheToolNothing() {
        Planning planning = Planning.of("""
                components: {schemas: {None: {$ref: '#/components/schemas/None'}}}
                paths:
                  /things:
                    get:
                      description: Gets it.
                      responses: {'200': {description: Good., content: {application/json: {schema: {$ref: '#/components/schemas/None'}}}}}
                """);

        assertThat(planning.tool().output()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("warning unusable-answer-schema at"
                        + " api.yaml#/paths/~1things/get/responses/200/content/application~1json/schema: The schema of the"
                        + " answer has a reference that leads nowhere\n"
                        + "  The tool works but says nothing about its answers; mend the reference.");
    }

    private static String argument(String schema) {
        return Planning.ofBody("{type: object, properties: {value: " + schema + "}}")
                .tool()
                .input()
                .node()
                .at("/properties/value")
                .toString();
    }

    private static String input(String components, String body) {
        return planning(components, body).tool().input().toJson().replace('"', '\'');
    }

    private static Planning planning(String components, String body) {
        return Planning.of(components
                + Planning.operation(
                        "post",
                        "/things",
                        "requestBody: {required: true, content: {application/json: {schema: " + body + "}}}"));
    }
}
