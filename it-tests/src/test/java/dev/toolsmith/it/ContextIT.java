package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prompts, resources and completion of the built server. */
class ContextIT {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Connection connect(String transport) {
        return new Server("kernel", transport).connect(sandbox.baseUrl(), sandbox.credential());
    }

    private static ObjectNode read(String uri) {
        return Json.object().put("uri", uri);
    }

    private static ObjectNode get(String prompt, String... arguments) {
        ObjectNode params = Json.object().put("name", prompt);
        ObjectNode given = params.putObject("arguments");
        for (int i = 0; i < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        return params;
    }

    private static ObjectNode complete(String prompt, String argument, String typed) {
        ObjectNode params = Json.object();
        params.putObject("ref").put("type", "ref/prompt").put("name", prompt);
        params.putObject("argument").put("name", argument).put("value", typed);
        return params;
    }

    private static List<String> each(JsonNode array, String member) {
        List<String> values = new ArrayList<>();
        array.forEach(each -> values.add(each.required(member).asString()));
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "http"})
    void olderClientsAreOfferedPromptsAndTheWorkspace(String transport) {
        try (Connection connection = connect(transport)) {
            JsonNode capabilities = connection.hello().required("capabilities");
            assertThat(capabilities.has("prompts") && capabilities.has("resources") && capabilities.has("completions"))
                    .as(capabilities.toString())
                    .isTrue();
            Rpc rpc = connection.rpc();
            assertThat(each(rpc.result("prompts/list", Json.object()).required("prompts"), "name"))
                    .containsExactly("qualify_lead", "deal_briefing", "records_and_entries");
            assertThat(each(rpc.result("resources/list", Json.object()).required("resources"), "uri"))
                    .contains("attio://guide/records-and-entries", "attio://objects", "attio://lists");
            assertThat(each(
                            rpc.result("resources/templates/list", Json.object())
                                    .required("resourceTemplates"),
                            "uriTemplate"))
                    .contains("attio://lists/{list}/attributes", "toolsmith://tools/{name}/schema");
            assertThat(rpc.result("resources/read", read("attio://lists/inbound_q3/attributes"))
                            .at("/contents/0/text")
                            .asString())
                    .contains("`status`: Status; status", "New Lead");
            JsonNode prompt = rpc.result("prompts/get", get("qualify_lead", "lead", "acme.com", "list", "Inbound Q3"));
            assertThat(prompt.at("/messages/0/content/text").asString())
                    .contains("- List: inbound_q3")
                    .doesNotContain("Status to give");
            assertThat(rpc.result("completion/complete", complete("qualify_lead", "list", "inb"))
                            .at("/completion/values/0")
                            .asString())
                    .isEqualTo("inbound_q3");
            JsonNode missing = Waiting.on(rpc.send("resources/read", read("attio://none")), "an error");
            assertThat(missing.at("/error/code").asInt()).isEqualTo(-32002);
            assertThat(missing.at("/error/data/uri").asString()).isEqualTo("attio://none");
        }
    }

    private static ObjectNode modern(ObjectNode params) {
        ObjectNode meta = params.putObject("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.putObject("io.modelcontextprotocol/clientCapabilities");
        return params;
    }

    @Test
    void clientsOfTheStatelessRevisionAreToldHowLongTheyMayKeepIt() {
        try (Connection connection = connect("stdio")) {
            JsonNode resources = connection.rpc().result("resources/list", modern(Json.object()));
            assertThat(resources.path("resultType").asString()).isEqualTo("complete");
            assertThat(resources.path("ttlMs").asInt()).isPositive();
            assertThat(resources.path("cacheScope").asString()).isEqualTo("private");

            JsonNode schema = connection
                    .rpc()
                    .result("resources/read", modern(read("toolsmith://tools/attio_companies_assert/schema")));
            assertThat(Json.parse(schema.at("/contents/0/text").asString())
                            .at("/properties/matching_attribute/type")
                            .asString())
                    .isEqualTo("string");
            JsonNode missing =
                    Waiting.on(connection.rpc().send("resources/read", modern(read("attio://none"))), "an error");
            assertThat(missing.at("/error/code").asInt()).isEqualTo(-32602);
        }
    }

    @Test
    void aNarrowedServerSpeaksOfNothingThatItDoesNotOffer() {
        Connection narrowed = connectNarrowed();
        try (narrowed) {
            assertThat(each(narrowed.rpc().result("prompts/list", Json.object()).required("prompts"), "name"))
                    .containsExactly("records_and_entries");
            String page = narrowed.rpc()
                    .result("resources/read", read("attio://guide/records-and-entries"))
                    .at("/contents/0/text")
                    .asString();
            assertThat(page).contains("# Records and entries").doesNotContain("attio_entries_assert");
            assertThat(sandbox.journal()).noneMatch(request -> request.contains("/v2/lists"));
        }
    }

    private static Connection connectNarrowed() {
        sandbox.reset();
        List<String> command = Product.server("stdio", "kernel", sandbox.baseUrl(), "--tags", "notes");
        ServerProcess process = ServerProcess.talking(command, Product.published(sandbox.credential()));
        StdioRpc rpc = StdioRpc.to(process);
        return new Connection(process, rpc, rpc.initialize());
    }
}
