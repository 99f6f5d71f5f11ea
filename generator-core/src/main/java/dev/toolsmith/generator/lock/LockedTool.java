package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolClass;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.List;
import java.util.Optional;

/**
 * What was accepted of one tool.
 *
 * @param name what a model calls it by
 * @param operation method and path of the request, such as {@code POST /v2/notes}
 * @param toolClass the class that a method filter knows it by
 * @param reads whether a call leaves everything as it was
 * @param scopes the OAuth scopes that a call needs, sorted
 * @param scopesKnown false for a write of which the description names no scopes although the API uses them elsewhere
 * @param scopesBy scopes that depend on an argument's value
 * @param auth what a call sends when that is not the API's usual credential: alternatives, best first, each the names of
 *     the schemes used together, sorted; none when it sends nothing
 * @param sha256 lower-case hex, over name, title, description, the listed and the exact input schema, whatever the order
 *     of their members
 */
public record LockedTool(
        ToolName name,
        String operation,
        ToolClass toolClass,
        boolean reads,
        List<String> scopes,
        boolean scopesKnown,
        Optional<ScopesByParameter> scopesBy,
        Optional<List<List<String>>> auth,
        String sha256) {

    public LockedTool {
        if (!operation.matches("[A-Z]+ /.*")) {
            throw new IllegalArgumentException("Not an operation: " + operation);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + sha256);
        }
        scopes = scopes.stream().sorted().distinct().toList();
        auth = auth.map(LockedApi::plain);
    }

    static LockedTool of(ToolModel tool, Optional<List<List<String>>> auth) {
        return new LockedTool(
                tool.name(),
                operationOf(tool),
                tool.toolClass(),
                tool.reads(),
                tool.scopes(),
                tool.scopesKnown(),
                tool.scopesBy(),
                auth,
                ListedHash.of(tool));
    }

    static String operationOf(ToolModel tool) {
        return tool.httpMethod() + " " + tool.path();
    }

    ObjectNode toJson() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("name", name.value());
        row.put("operation", operation);
        row.put("class", toolClass.word());
        row.put("reads", reads);
        row.set("scopes", array(scopes));
        if (!scopesKnown) {
            row.put("scopesKnown", false);
        }
        scopesBy.ifPresent(by -> {
            ObjectNode values =
                    row.putObject("scopesBy").put("argument", by.argument()).putObject("scopes");
            by.scopes().forEach((value, needed) -> values.set(value, array(needed)));
        });
        auth.ifPresent(own -> row.set("auth", LockedApi.json(own)));
        row.put("sha256", sha256);
        return row;
    }

    static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
