package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.CookieArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.HeaderArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.QueryArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.WholeBody;
import dev.toolsmith.generator.tool.ToolModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputSchemaTest {

    private static final String NOTHING = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";

    @Test
    void anOperationWithoutArgumentsTakesAnEmptyObject() {
        assertThat(Planning.of(Planning.operation("delete", "/things", ""))
                        .tool()
                        .input()
                        .toJson())
                .isEqualTo(NOTHING);
    }

    @Test
    void parametersAndPropertiesOfTheBodyStandSideBySide() {
        ToolModel tool =
                Planning.of(Planning.operation("put", "/things/{id}", """
                        parameters:
                          - {name: dry, in: query, schema: {type: boolean}}
                          - {name: X-Trace, in: header, description: 'A trace.', schema: {type: string}}
                          - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                          - {name: seen, in: cookie, schema: {type: integer}}
                        requestBody:
                          required: true
                          content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}, size: {type: number}}}}}
                        """)).tool();

        assertThat(tool.input().toJson())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\",\"format\":\"uuid\"},"
                        + "\"dry\":{\"type\":\"boolean\"},\"x_trace\":{\"type\":\"string\",\"description\":\"A trace.\"},"
                        + "\"seen\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"},\"size\":{\"type\":\"number\"}},"
                        + "\"required\":[\"id\",\"name\"],\"additionalProperties\":false}");
        assertThat(tool.bindings())
                .containsExactly(
                        new PathArgument("id", "id", "simple", false),
                        new QueryArgument("dry", "dry", false, "form", true),
                        new HeaderArgument("x_trace", "X-Trace", false, "simple", false),
                        new CookieArgument("seen", "seen", false, "form", false),
                        new BodyProperty("name", "name", true),
                        new BodyProperty("size", "size", false));
        assertThat(tool.bodyMediaType()).contains("application/json");
    }

    @Test
    void aBodyThatSharesANameWithAParameterIsOneArgument() {
        ToolModel tool = Planning.ofPost("""
                        parameters: [{name: name, in: query, schema: {type: string}}]
                        requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
                        """).tool();

        assertThat(tool.bindings())
                .containsExactly(new QueryArgument("name", "name", false, "form", true), new WholeBody("body", false));
        assertThat(tool.input().node().at("/properties/body").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},"
                        + "\"description\":\"The request body.\"}");
    }

    @Test
    void theBodyIsCalledRequestBodyWhereBodyIsTaken() {
        assertThat(Planning.ofPost("""
                        parameters: [{name: body, in: query, schema: {type: string}}]
                        requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
                        """).tool().bindings()).contains(new WholeBody("request_body", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: array, items: {type: string}}",
                "{type: string}",
                "{type: object}",
                "{type: object, additionalProperties: {type: string}}",
                "{type: object, properties: {a: {type: string}}, additionalProperties: true}",
                "{type: object, properties: {a: {type: string}}, patternProperties: {'^x': {}}}",
                "{type: object, properties: {a: {type: string}}, minProperties: 1}",
                "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}",
                "{type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}",
                "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: integer}}}]}",
                "{}",
            })
    void bodiesThatAreNoPlainObjectStayWhole(String schema) {
        assertThat(Planning.ofBody(schema).tool().bindings()).containsExactly(new WholeBody("body", true));
    }

    @Test
    void branchesOfAllOfAreMergedAtTheTop() {
        ToolModel tool = Planning.of("""
                        components:
                          schemas:
                            Named: {type: object, required: [name], properties: {name: {type: string}}}
                        """
                        + Planning.operation(
                                "post",
                                "/things",
                                "requestBody: {required: true, content: {application/json: {schema:"
                                        + " {allOf: [{$ref: '#/components/schemas/Named'}, {type: object, properties: {size: {type: integer}}},"
                                        + " {required: [size]}]}}}}"))
                .tool();

        assertThat(tool.bindings())
                .containsExactly(new BodyProperty("name", "name", true), new BodyProperty("size", "size", true));
    }

    @Test
    void equalNamesInSeveralPlacesGetTheirPlaceAsSuffix() {
        assertThat(Planning.of(Planning.operation("get", "/x/{id}", """
                        parameters:
                          - {name: id, in: path, required: true, schema: {type: string}}
                          - {name: id, in: query, schema: {type: string}}
                          - {name: Id, in: header, schema: {type: string}}
                          - {name: id, in: cookie, schema: {type: string}}
                        """)).tool().bindings())
                .extracting(ArgumentBinding::argument)
                .containsExactly("id", "id_query", "id_header", "id_cookie");
    }

    @Test
    void keysThatModelsRefuseAreRewrittenAndMappedBack() {
        ToolModel tool = Planning.ofPost("""
                        parameters:
                          - {name: 'filter[name]', in: query, schema: {type: string}}
                          - {name: '$top', in: query, schema: {type: integer}}
                          - {name: '名', in: query, schema: {type: integer}}
                        requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {'a b': {type: string}, 'a_b': {type: string}}}}}}
                        """).tool();

        assertThat(tool.bindings())
                .containsExactly(
                        new QueryArgument("filter_name", "filter[name]", false, "form", true),
                        new QueryArgument("top", "$top", false, "form", true),
                        new QueryArgument("argument", "名", false, "form", true),
                        new BodyProperty("a_b_body", "a b", false),
                        new BodyProperty("a_b", "a_b", false));
    }

    @Test
    void anOptionalBodyNeedsItsRequiredPropertiesOnlyWhenAnyIsGiven() {
        ToolModel tool = Planning.ofPost(
                        "requestBody: {content: {application/json: {schema:"
                                + " {type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}}}}")
                .tool();

        assertThat(tool.input().node().has("required")).isFalse();
        assertThat(tool.input().node().get("dependentRequired").toString())
                .isEqualTo("{\"a\":[\"b\"],\"b\":[\"a\"],\"c\":[\"a\",\"b\"]}");
        assertThat(tool.bindings()).noneMatch(ArgumentBinding::required);
    }

    @Test
    void readOnlyPropertiesAreNoArguments() {
        ToolModel tool = Planning.of("""
                        components: {schemas: {Id: {type: string, readOnly: true}}}
                        """
                        + Planning.operation(
                                "post",
                                "/things",
                                "requestBody: {required: true, content: {application/json: {schema:"
                                        + " {type: object, required: [id, ref, name], properties: {id: {type: string, readOnly: true},"
                                        + " ref: {$ref: '#/components/schemas/Id'}, name: {type: object, required: [at], properties:"
                                        + " {at: {type: string, readOnly: true}}}}}}}}"))
                .tool();

        assertThat(tool.input().toJson())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"object\",\"properties\":{}}},"
                        + "\"required\":[\"name\"],\"additionalProperties\":false}");
    }

    @Test
    void anArgumentCanBeNamedByTheOverlay() {
        assertThat(Planning.ofGet(
                                "parameters: [{name: q, in: query, x-toolsmith-argument: search_text, schema: {type: string}}]")
                        .tool()
                        .bindings())
                .contains(new QueryArgument("search_text", "q", false, "form", true));
    }

    @Test
    void anIllegalArgumentNameIsReportedAndRewritten() {
        Planning planning = Planning.ofGet(
                "parameters: [{name: q, in: query, x-toolsmith-argument: 'a b', schema: {type: string}}]");

        assertThat(planning.tool().bindings()).contains(new QueryArgument("a_b", "q", false, "form", true));
        assertThat(planning.findings())
                .containsExactly("error illegal-argument-name at"
                        + " api.yaml#/paths/~1things/get/parameters/0/x-toolsmith-argument: 'a b' can't be an"
                        + " argument's name\n  Use letters, digits, '_', '.' and '-', at most 64.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void textBodiesAreOneText(String mediaType) {
        ToolModel tool = Planning.ofPost("requestBody: {required: true, description: The text., content: {" + mediaType
                        + ": {schema: {type: string}}}}")
                .tool();

        assertThat(tool.input().node().at("/properties/body").toString())
                .isEqualTo("{\"type\":\"string\",\"description\":\"The text.\"}");
        assertThat(tool.bodyMediaType()).contains(mediaType);
    }

    @Test
    void objectsInTheQueryStayObjects() {
        ToolModel tool = Planning.ofGet("parameters: [{name: filter, in: query, style: deepObject, explode: true,"
                        + " schema: {type: object, properties: {a: {type: string}}}}]")
                .tool();

        assertThat(tool.input().node().at("/properties/filter/type").asText()).isEqualTo("object");
        assertThat(tool.bindings()).contains(new QueryArgument("filter", "filter", false, "deepObject", true));
    }

    @Test
    void aParameterThatCarriesTheCredentialIsNoArgument() {
        Planning planning = Planning.of("""
                components:
                  securitySchemes: {key: {type: apiKey, in: header, name: X-Api-Key}}
                """
                + Planning.operation(
                        "delete",
                        "/things",
                        "parameters: [{name: x-api-key, in: header, required: true, schema: {type: string}}]"));

        assertThat(planning.tool().bindings()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("info credential-parameter at api.yaml#/paths/~1things/delete/parameters/0: The"
                        + " parameter 'x-api-key' carries the credential, which the server sends itself");
    }

    @Test
    void aParameterThatCannotBeSentIsLeftOutWhenOptional() {
        Planning planning = Planning.ofGet(
                "parameters: [{name: f, in: query, content: {application/xml: {schema: {type: object}}}}]");

        assertThat(planning.tool().bindings())
                .noneMatch(binding -> binding.argument().equals("f"));
        assertThat(planning.findings())
                .containsExactly("error unsupported-parameter at api.yaml#/paths/~1things/get/parameters/0: The"
                        + " parameter 'f' is written as 'application/xml'\n  Describe it with a schema and a usual style,"
                        + " or remove it with an overlay.");
    }

    @Test
    void aParameterThatCannotBeSentLeavesOutTheToolWhenRequired() {
        Planning planning = Planning.of(Planning.operation(
                "get",
                "/x/{ids}",
                "parameters: [{name: ids, in: path, required: true, style: deepObject, schema: {type: array}}]"));

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("error unsupported-parameter at api.yaml#/paths/~1x~1{ids}/get/parameters/0: The"
                        + " parameter 'ids' has the style 'deepObject'\n  Describe it with a schema and a"
                        + " usual style, or remove it with an overlay.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path | {style: label, explode: true, schema: {type: array}} | PathArgument[argument=p, parameter=p, style=label, explode=true]",
                "path | {style: matrix, schema: {type: object}} | PathArgument[argument=p, parameter=p, style=matrix, explode=false]",
                "path | {schema: {type: array}} | PathArgument[argument=p, parameter=p, style=simple, explode=false]",
                "path | {content: {application/json: {schema: {type: object}}}} | PathArgument[argument=p, parameter=p, style=json, explode=false]",
                "query | {style: pipeDelimited, schema: {type: array}} | QueryArgument[argument=p, parameter=p, required=true, style=pipeDelimited, explode=false]",
                "query | {explode: false, schema: {type: array}} | QueryArgument[argument=p, parameter=p, required=true, style=form, explode=false]",
                "query | {content: {application/json: {}}} | QueryArgument[argument=p, parameter=p, required=true, style=json, explode=false]",
                "query | {content: {text/plain: {schema: {type: string}}}} | QueryArgument[argument=p, parameter=p, required=true, style=form, explode=true]",
                "header | {explode: true, schema: {type: object}} | HeaderArgument[argument=p, parameter=p, required=true, style=simple, explode=true]",
                "header | {content: {application/vnd.a+json: {}}} | HeaderArgument[argument=p, parameter=p, required=true, style=json, explode=false]",
                "cookie | {schema: {type: array}} | CookieArgument[argument=p, parameter=p, required=true, style=form, explode=true]",
                "cookie | {schema: {type: string}} | CookieArgument[argument=p, parameter=p, required=true, style=form, explode=false]",
            })
    void aParameterKeepsItsStyle(String place, String members, String binding) {
        ToolModel tool = Planning.of(Planning.operation(
                        "delete",
                        place.equals("path") ? "/x/{p}" : "/x",
                        "parameters: [{name: p, in: " + place + ", required: true, " + members.substring(1) + "]"))
                .tool();

        assertThat(tool.bindings()).hasToString("[" + binding + "]");
    }
}
