package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolHints;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What both references say of a tool beside its texts and arguments. */
final class ToolFacts {

    private ToolFacts() {}

    /** The tools by their first tag, sorted by tag and then by name. */
    static Map<String, List<ToolModel>> byTag(ToolCatalog catalog) {
        Map<String, List<ToolModel>> byTag = new TreeMap<>();
        for (ToolModel tool : catalog.tools()) {
            byTag.computeIfAbsent(tool.tags().get(0), tag -> new ArrayList<>()).add(tool);
        }
        return byTag;
    }

    /** Label and value of each fact, in the order they are told. */
    static Map<String, String> of(ToolModel tool) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Request", tool.httpMethod() + " " + tool.path());
        facts.put("Kind", tool.kind() + " (" + tool.toolClass().word() + ")");
        facts.put("Tags", String.join(", ", tool.tags()));
        facts.put("Hints", hints(tool.hints()));
        facts.put("Scopes", scopes(tool));
        facts.put("Source", tool.at().toString());
        return facts;
    }

    private static String hints(ToolHints hints) {
        List<String> words = List.of(
                hints.readOnly() ? "read-only" : "changes data",
                hints.destructive() ? "destructive" : "not destructive",
                hints.idempotent() ? "idempotent" : "not idempotent",
                hints.openWorld() ? "open world" : "closed world");
        return String.join(", ", words);
    }

    private static String scopes(ToolModel tool) {
        if (!tool.scopesKnown()) {
            return "unknown";
        }
        return tool.scopes().isEmpty() ? "none" : String.join(", ", tool.scopes());
    }
}
