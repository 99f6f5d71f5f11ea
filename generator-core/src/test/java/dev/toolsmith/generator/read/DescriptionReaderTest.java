package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.api.ApiSecurity;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ParameterPlace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionReaderTest {

    private static final String THINGS = """
            security: [{oauth: ["thing:read"]}]
            paths:
              /things/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: fields, in: query, schema: {type: array}}
                get:
                  operationId: getThing
                  summary: Get a thing
                  description: Gets it.
                  tags: [Things]
                  deprecated: true
                  x-toolsmith-kind: get
                  parameters:
                    - {name: fields, in: query, explode: false, description: Which, schema: {type: string}}
                    - $ref: "#/components/parameters/Trace"
                  responses:
                    "200":
                      description: Found
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
                    404: {description: Gone}
                post:
                  security: []
                  requestBody: {$ref: "#/components/requestBodies/Thing"}
                  responses: {}
            components:
              parameters:
                Trace: {name: X-Trace, in: header, schema: {type: string}}
              requestBodies:
                Thing:
                  required: true
                  content:
                    multipart/form-data: {schema: {type: object}}
                    application/json; charset=utf-8: {schema: {$ref: "#/components/schemas/Thing"}}
              schemas:
                Thing: {type: object}
              securitySchemes:
                oauth: {type: oauth2, flows: {}}
                basic: {type: http, scheme: Basic}
                key: {type: apiKey, in: header, name: X-Key}
            """;

    @Test
    void readsTheDocumentsHead() {
        Reading reading = Reading.ofYaml(THINGS);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.api().title()).isEqualTo("Things");
        assertThat(reading.api().version()).isEqualTo("1.0.0");
        assertThat(reading.api().baseUrl()).contains("https://api.example.com");
        assertThat(reading.api().sha256()).matches("[0-9a-f]{64}");
        assertThat(reading.api().securitySchemes())
                .containsExactly(
                        new ApiSecurityScheme("basic", "http", "basic", "", ""),
                        new ApiSecurityScheme("key", "apiKey", "", "header", "X-Key"),
                        new ApiSecurityScheme("oauth", "oauth2", "", "", ""));
    }

    @Test
    void readsAnOperationWithEverythingResolved() {
        var get = Reading.ofYaml(THINGS).api().operations().get(0);
        assertThat(get.at()).hasToString("api.yaml#/paths/~1things~1{id}/get");
        assertThat(get.method()).isEqualTo("GET");
        assertThat(get.operationId()).contains("getThing");
        assertThat(get.summary()).isEqualTo("Get a thing");
        assertThat(get.description()).isEqualTo("Gets it.");
        assertThat(get.tags()).containsExactly("Things");
        assertThat(get.deprecated()).isTrue();
        assertThat(get.extensions()).hasToString("{\"x-toolsmith-kind\":\"get\"}");
        assertThat(get.security()).contains(List.of(new ApiSecurity(Map.of("oauth", List.of("thing:read")))));
        assertThat(get.responses()).extracting("status").containsExactly("200", "404");
        assertThat(get.successResponse().orElseThrow().schema().orElseThrow().node())
                .hasToString("{\"$ref\":\"#/components/schemas/Thing\"}");
    }

    @Test
    void mergesParametersOfThePathItemWithThoseOfTheOperation() {
        var get = Reading.ofYaml(THINGS).api().operations().get(0);
        assertThat(get.parameters()).extracting("name").containsExactly("id", "fields", "X-Trace");
        var fields = get.parametersIn(ParameterPlace.QUERY).get(0);
        assertThat(fields.description()).isEqualTo("Which");
        assertThat(fields.explode()).isFalse();
        assertThat(fields.style()).isEqualTo("form");
        assertThat(get.parametersIn(ParameterPlace.HEADER).get(0).at())
                .hasToString("api.yaml#/components/parameters/Trace");
        assertThat(get.parametersIn(ParameterPlace.PATH).get(0).style()).isEqualTo("simple");
    }

    @Test
    void prefersTheJsonBodyAndTakesAnEmptySecurityForOpen() {
        var post = Reading.ofYaml(THINGS).api().operations().get(1);
        assertThat(post.security()).contains(List.of());
        assertThat(post.body().orElseThrow().mediaType()).isEqualTo("application/json");
        assertThat(post.body().orElseThrow().required()).isTrue();
        assertThat(post.body().orElseThrow().schema().at().pointer())
                .isEqualTo("/components/requestBodies/Thing/content/application~1json; charset=utf-8/schema");
    }

    @Test
    void appliesAnOverlay() {
        String overlay = """
                overlay: 1.0.0
                info: {title: Names, version: 1.0.0}
                actions:
                  - target: $.paths['/things/{id}'].get
                    update: {x-toolsmith-name: thing_get, tags: [more]}
                  - target: $.paths.*.post
                    remove: true
                """;
        Reading reading = Reading.ofYaml(THINGS, overlay);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.operation().tags()).containsExactly("Things", "more");
        assertThat(reading.operation().extensions().path("x-toolsmith-name").asText())
                .isEqualTo("thing_get");
    }
}
