package dev.toolsmith.generator.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle says of its API.
 *
 * @param json the manifest
 */
record BundleManifest(JsonNode json) {

    /** The format; 0 when the manifest does not tell. */
    int formatVersion() {
        return json.path("formatVersion").asInt(0);
    }

    /** Whose tools the bundle has. */
    String app() {
        return text(json, "app");
    }

    ToolCatalog catalogue(List<ToolModel> tools) {
        return new ToolCatalog(
                app(),
                json.path("title").asText(""),
                json.path("version").asText(""),
                json.path("sha256").asText(""),
                server(),
                security(),
                tools,
                false);
    }

    /** What most tools ask for; empty when no tool asks for anything. */
    Optional<List<List<String>>> auth() {
        if (json.has("auth")) {
            return alternatives(json.path("auth"));
        }
        return security().stream().findFirst().map(scheme -> List.of(List.of(scheme.name())));
    }

    /** Alternatives of schemes; empty when the member is not there. */
    static Optional<List<List<String>>> alternatives(JsonNode rows) {
        if (!rows.isArray()) {
            return Optional.empty();
        }
        List<List<String>> all = new ArrayList<>();
        rows.forEach(each -> all.add(texts(each)));
        return Optional.of(all);
    }

    /** A member that must be a text; {@link IllegalArgumentException} when it is none. */
    static String text(JsonNode object, String member) {
        return optional(object, member)
                .orElseThrow(() -> new IllegalArgumentException("A member " + member + " is missing"));
    }

    /** A member that may be absent. */
    static Optional<String> optional(JsonNode object, String member) {
        return Optional.ofNullable(object.path(member).textValue());
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private ApiServer server() {
        List<ApiServer.Variable> variables = new ArrayList<>();
        for (JsonNode row : json.path("serverVariables")) {
            variables.add(new ApiServer.Variable(
                    text(row, "name"), row.path("default").asText(""), texts(row.path("enum"))));
        }
        return new ApiServer(
                optional(json, "baseUrl"), optional(json, "basePath"), optional(json, "baseUrlTemplate"), variables);
    }

    private List<ApiSecurityScheme> security() {
        List<ApiSecurityScheme> schemes = new ArrayList<>();
        for (JsonNode row : json.path("security")) {
            schemes.add(new ApiSecurityScheme(
                    row.path("name").asText(""),
                    row.path("type").asText(""),
                    row.path("scheme").asText(""),
                    row.path("in").asText(""),
                    row.path("parameter").asText(""),
                    texts(row.path("flows")),
                    row.path("tokenUrl").asText("")));
        }
        return schemes;
    }
}
