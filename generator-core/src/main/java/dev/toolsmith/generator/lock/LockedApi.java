package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.toolsmith.generator.compare.ApiAccess;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was accepted of one API.
 *
 * @param access where calls go and how the API takes its credentials
 * @param auth the usual credential: what a tool sends that has none of its own; alternatives, best first, each the names
 *     of the schemes used together, sorted
 * @param tools its tools, sorted by name, no name twice
 */
public record LockedApi(ApiAccess access, List<List<String>> auth, List<LockedTool> tools) {

    public LockedApi {
        auth = plain(auth);
        tools = tools.stream().sorted(Comparator.comparing(LockedTool::name)).toList();
    }

    static LockedApi of(ToolCatalog catalogue) {
        List<List<String>> usual = plain(catalogue.auth());
        return new LockedApi(
                ApiAccess.of(catalogue),
                usual,
                catalogue.tools().stream()
                        .map(tool -> LockedTool.of(tool, own(tool, usual)))
                        .toList());
    }

    private static Optional<List<List<String>>> own(ToolModel tool, List<List<String>> usual) {
        return tool.auth().map(LockedApi::plain).filter(auth -> !auth.equals(usual));
    }

    /** Schemes that are used together have no order. */
    static List<List<String>> plain(List<List<String>> auth) {
        return auth.stream().map(each -> each.stream().sorted().toList()).toList();
    }

    static ArrayNode json(List<List<String>> auth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        auth.forEach(each -> array.add(LockedTool.array(each)));
        return array;
    }
}
