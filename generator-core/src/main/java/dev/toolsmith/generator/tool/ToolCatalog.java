package dev.toolsmith.generator.tool;

import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All tools of one API.
 *
 * @param app the word that stands in tool names and environment variables, such as {@code attio}
 * @param title the description's title
 * @param version the description's version
 * @param sha256 the hash of the description's bytes
 * @param server where the API is
 * @param securitySchemes how the API wants to be paid its credential
 * @param tools all tools, sorted by name, no name twice
 * @param bindingsKnown whether tools tell where their arguments go; those read back from generated files do not
 */
public record ToolCatalog(
        String app,
        String title,
        String version,
        String sha256,
        ApiServer server,
        List<ApiSecurityScheme> securitySchemes,
        List<ToolModel> tools,
        boolean bindingsKnown) {

    /** Tools that tell where their arguments go. */
    public ToolCatalog(
            String app,
            String title,
            String version,
            String sha256,
            ApiServer server,
            List<ApiSecurityScheme> securitySchemes,
            List<ToolModel> tools) {
        this(app, title, version, sha256, server, securitySchemes, tools, true);
    }

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

    /** Where requests go unless configured otherwise; empty when the description names no URL with a host. */
    public Optional<String> baseUrl() {
        return server.baseUrl();
    }

    /**
     * What most of those tools ask for that ask for something: alternatives, best first, each the names of the schemes
     * used together. Where no tool does, the first scheme that is declared.
     */
    public List<List<String>> auth() {
        Map<List<List<String>>, Long> counted = tools.stream()
                .flatMap(tool -> tool.auth().stream())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
        List<List<String>> most = securitySchemes.stream()
                .limit(1)
                .map(scheme -> List.of(scheme.name()))
                .toList();
        long times = 0;
        for (Map.Entry<List<List<String>>, Long> each : counted.entrySet()) {
            if (each.getValue() > times) {
                times = each.getValue();
                most = each.getKey();
            }
        }
        return most;
    }
}
