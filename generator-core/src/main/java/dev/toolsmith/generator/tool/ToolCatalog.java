package dev.toolsmith.generator.tool;

import dev.toolsmith.generator.api.ApiSecurityScheme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All tools of one API.
 *
 * @param app the word that stands in tool names and environment variables, such as {@code attio}
 * @param title the description's title
 * @param version the description's version
 * @param sha256 the hash of the description's bytes
 * @param baseUrl where requests go unless configured otherwise
 * @param securitySchemes how the API wants to be paid its credential
 * @param tools all tools, sorted by name, no name twice
 */
public record ToolCatalog(
        String app,
        String title,
        String version,
        String sha256,
        Optional<String> baseUrl,
        List<ApiSecurityScheme> securitySchemes,
        List<ToolModel> tools) {

    public ToolCatalog {
        if (!app.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not an app name: " + app);
        }
        securitySchemes = List.copyOf(securitySchemes);
        tools = tools.stream().sorted(Comparator.comparing(ToolModel::name)).toList();
        if (tools.stream().map(ToolModel::name).distinct().count() != tools.size()) {
            throw new IllegalArgumentException("A tool name stands twice");
        }
    }
}
