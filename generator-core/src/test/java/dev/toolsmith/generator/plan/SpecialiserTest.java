package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ToolModel;
import org.junit.jupiter.api.Test;

class SpecialiserTest {

    private static final String COMPONENTS = """
            components:
              schemas:
                Body: {allOf: [{type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Data'}}}]}
                Data: {type: object, required: [values], properties: {values: {type: object, additionalProperties: true}}}
                Company: {type: object, properties: {domains: {type: array}}}
            """;

    @Test
    void eachValueBecomesAToolOfItsOwn() {
        Planning planning = Planning.of(COMPONENTS + create("""
                parameter: kind
                replace: /data/values
                title: Create a {singular}
                description: Create one {singular} among the {plural}.
                values:
                  companies: {singular: company, schema: '#/components/schemas/Company', note: Match on domains.}
                  people: {plural: persons}
                """));

        assertThat(planning.names())
                .containsExactly("create_a_app_company", "create_a_app_person", "create_a_app_record");
        ToolModel company = planning.tool("create_a_app_company");
        assertThat(company.path()).isEqualTo("/objects/companies/records");
        assertThat(company.title()).isEqualTo("Create a company");
        assertThat(company.description()).isEqualTo("Create one company among the companies. Match on domains.");
        assertThat(company.tags()).containsExactly("companies");
        assertThat(company.bindings()).containsExactly(new BodyProperty("data", "data", true));
        assertThat(company.input()
                        .node()
                        .at("/properties/data/properties/values/properties/domains/type")
                        .asText())
                .isEqualTo("array");
        assertThat(planning.tool("create_a_app_person").description())
                .isEqualTo("Create one person among the persons.");
        assertThat(planning.tool("create_a_app_person")
                        .input()
                        .node()
                        .at("/properties/data/properties/values")
                        .toString())
                .isEqualTo("{\"type\":\"object\",\"additionalProperties\":true}");
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void theGeneralToolStaysAsItIs() {
        Planning planning = Planning.of(COMPONENTS + create("""
                parameter: kind
                replace: /data/values
                values: {companies: {schema: '#/components/schemas/Company'}}
                """));

        ToolModel general = planning.tool("create_a_app_record");
        assertThat(general.path()).isEqualTo("/objects/{kind}/records");
        assertThat(general.input()
                        .node()
                        .at("/properties/data/properties/values/properties")
                        .isMissingNode())
                .isTrue();
        assertThat(general.description()).isEqualTo("Does it.");
        assertThat(planning.tool("create_a_app_company").title()).isEqualTo("Create a company");
    }

    @Test
    void byOperationIdTheValueEndsTheName() {
        Planning planning = Planning.of(
                COMPONENTS
                        + create("parameter: kind\nvalues: {companies: {}}\n")
                                .replace("description: Does it.", "operationId: createRecord"),
                PlanOptions.forApp("app"));

        assertThat(planning.names()).containsExactly("app_create_record", "app_create_record_companies");
    }

    @Test
    void scopesThatDependOnTheParameterAreSettledByItsValue() {
        Planning planning = Planning.of(
                COMPONENTS
                        + create("parameter: kind\nvalues: {companies: {}}\n")
                                .replace(
                                        "description: Does it.",
                                        "x-toolsmith-scopes-by: {parameter: kind, values: {companies: ['c:write'], people: ['p:write']}}"));

        assertThat(planning.tool("create_a_app_company").scopes()).containsExactly("c:write");
        assertThat(planning.tool("create_a_app_company").scopesBy()).isEmpty();
        assertThat(planning.tool("create_a_app_record").scopes()).containsExactly("c:write", "p:write");
    }

    @Test
    void anUnknownParameterIsReported() {
        Planning planning = Planning.of(COMPONENTS + create("parameter: thing\nvalues: {companies: {}}\n"));

        assertThat(planning.names()).containsExactly("create_a_app_record");
        assertThat(planning.findings())
                .containsExactly("error unknown-specialize-parameter at " + AT + "/parameter: The path"
                        + " /objects/{kind}/records has no parameter 'thing'\n  Name one of the path's parameters.");
    }

    @Test
    void anUnknownPlaceLeavesOutTheSpecialisedTool() {
        Planning planning = Planning.of(COMPONENTS + create("""
                parameter: kind
                replace: /data/none
                values: {companies: {schema: '#/components/schemas/Company'}}
                """));

        assertThat(planning.names()).containsExactly("create_a_app_record");
        assertThat(planning.findings())
                .containsExactly("error unknown-specialize-place at " + AT + ": The request body has no property at"
                        + " '/data/none'\n  Let 'replace' name properties of the body, such as /data/values.");
    }

    @Test
    void anUnknownSchemaLeavesOutTheSpecialisedTool() {
        Planning planning = Planning.of(COMPONENTS + create("""
                parameter: kind
                replace: /data/values
                values: {companies: {schema: '#/components/schemas/None'}}
                """));

        assertThat(planning.names()).containsExactly("create_a_app_record");
        assertThat(planning.findings())
                .containsExactly(
                        "error unknown-specialize-schema at " + AT + ": '#/components/schemas/None' leads to no"
                                + " schema\n  Refer to a component that the overlay adds, such as #/components/schemas/Name.");
    }

    @Test
    void aliasesAreFurtherToolsForTheSameRequest() {
        Planning planning = Planning.ofGet("tags: [Meta]\nx-toolsmith-alias: [{name: list_all_app_me, title: Me,"
                + " description: Tells who., tags: [self]}, {name: app_plain}]");

        assertThat(planning.names()).containsExactly("app_plain", "list_all_app_me", "list_all_app_things");
        ToolModel me = planning.tool("list_all_app_me");
        assertThat(me.title()).isEqualTo("Me");
        assertThat(me.description()).isEqualTo("Tells who.");
        assertThat(me.tags()).containsExactly("self");
        assertThat(planning.tool("app_plain").description()).isEqualTo("Does it.");
        assertThat(planning.tool("app_plain").tags()).containsExactly("meta");
    }

    private static final String AT = "api.yaml#/paths/~1objects~1{kind}~1records/post/x-toolsmith-specialize";

    private static String create(String specialise) {
        return Planning.operation(
                "post",
                "/objects/{kind}/records",
                "x-toolsmith-specialize:\n"
                        + specialise.indent(2)
                        + "parameters: [{name: kind, in: path, required: true, schema: {type: string}}]\n"
                        + "requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Body'}}}}");
    }
}
