package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.ApiAccess;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolClass;
import dev.toolsmith.generator.tool.ToolName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lock from its file. */
final class ToolsLockReader {

    private static final String HINT =
            "Take back the change of the file, or delete the file and run with -Dtoolsmith.accept and review what that"
                    + " writes";

    private final String name;
    private final Diagnostics diagnostics;

    ToolsLockReader(String name, Diagnostics diagnostics) {
        this.name = name;
        this.diagnostics = diagnostics;
    }

    Optional<ToolsLock> read(byte[] bytes) {
        return new LockTree(name, ToolsLock.FORMAT, "-Dtoolsmith.accept", HINT, diagnostics)
                .read(bytes)
                .flatMap(this::lock);
    }

    private Optional<ToolsLock> lock(JsonNode root) {
        JsonNode apps = root.path("apps");
        SourcePointer at = new SourcePointer(name, "").member("apps");
        if (!apps.isObject()) {
            return damaged(at, "'apps' is no object");
        }
        SortedMap<String, LockedApi> sections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> app : apps.properties()) {
            Optional<LockedApi> section = section(app.getValue(), at.member(app.getKey()));
            if (section.isEmpty()) {
                return Optional.empty();
            }
            sections.put(app.getKey(), section.get());
        }
        return Optional.of(new ToolsLock(sections));
    }

    private Optional<LockedApi> section(JsonNode api, SourcePointer at) {
        if (!api.isObject()) {
            return damaged(at, "What was accepted of an app is no object");
        }
        return tools(api.path("tools"), at.member("tools")).flatMap(tools -> api(api, tools, at));
    }

    private Optional<LockedApi> api(JsonNode api, List<LockedTool> tools, SourcePointer at) {
        try {
            ApiAccess access = new ApiAccess(text(api, "server"), texts(api.path("credentials")));
            return Optional.of(new LockedApi(access, alternatives(api.path("auth")), tools));
        } catch (IllegalArgumentException e) {
            return damaged(at, "No server and credentials that were accepted: " + VisibleText.excerpt(api.toString()));
        }
    }

    private Optional<List<LockedTool>> tools(JsonNode rows, SourcePointer at) {
        if (!rows.isArray()) {
            return damaged(at, "An app's tools are no array");
        }
        List<LockedTool> tools = new ArrayList<>();
        Set<ToolName> names = new HashSet<>();
        for (JsonNode row : rows) {
            SourcePointer place = at.element(tools.size());
            try {
                LockedTool tool = tool(row);
                if (!names.add(tool.name())) {
                    return damaged(place, "The tool " + tool.name() + " stands twice");
                }
                tools.add(tool);
            } catch (IllegalArgumentException e) {
                return damaged(place, "No tool that was accepted: " + VisibleText.excerpt(row.toString()));
            }
        }
        return Optional.of(tools);
    }

    private static LockedTool tool(JsonNode row) {
        JsonNode known = row.path("scopesKnown");
        JsonNode auth = row.path("auth");
        return new LockedTool(
                new ToolName(text(row, "name")),
                text(row, "operation"),
                toolClass(text(row, "class")),
                isTrue(row.path("reads")),
                texts(row.path("scopes")),
                known.isMissingNode() || isTrue(known),
                scopesBy(row.path("scopesBy")),
                auth.isMissingNode() ? Optional.empty() : Optional.of(alternatives(auth)),
                text(row, "sha256"));
    }

    private static Optional<ScopesByParameter> scopesBy(JsonNode by) {
        if (by.isMissingNode()) {
            return Optional.empty();
        }
        Map<String, List<String>> scopes = new TreeMap<>();
        by.path("scopes").properties().forEach(value -> scopes.put(value.getKey(), texts(value.getValue())));
        return Optional.of(new ScopesByParameter(text(by, "argument"), scopes));
    }

    private static List<List<String>> alternatives(JsonNode auth) {
        if (!auth.isArray()) {
            throw new IllegalArgumentException(auth.toString());
        }
        List<List<String>> alternatives = new ArrayList<>();
        auth.forEach(each -> alternatives.add(texts(each)));
        return alternatives;
    }

    private static ToolClass toolClass(String word) {
        for (ToolClass each : ToolClass.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static boolean isTrue(JsonNode node) {
        if (!node.isBoolean()) {
            throw new IllegalArgumentException(node.toString());
        }
        return node.booleanValue();
    }

    private static String text(JsonNode object, String member) {
        return text(object.path(member));
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException(node.toString());
        }
        return node.textValue();
    }

    private static List<String> texts(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(array.toString());
        }
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(text(each)));
        return texts;
    }

    private <T> Optional<T> damaged(SourcePointer at, String message) {
        diagnostics.error("lock-damaged", at, message, HINT);
        return Optional.empty();
    }
}
