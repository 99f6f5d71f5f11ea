package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps the names of the tools so far, and refuses a tool whose name, class or file would meet another's. */
final class NameRegister {

    private static final Set<String> CLASSES = Set.of(
            "main",
            "string",
            "override",
            "object",
            "system",
            "illegalargumentexception",
            "inputstream",
            "generated",
            "apitool",
            "apirequest",
            "toolarguments",
            "toolbundle",
            "bodyarguments",
            "mcpserver");

    private final String bundleClass;
    private final Findings findings;
    private final Map<String, ToolModel> byClass = new HashMap<>();

    NameRegister(String app, Findings findings) {
        this.bundleClass = folded(new ToolName(app + "_tools"));
        this.findings = findings;
    }

    /** Takes the tool's name; false, and reported, when it can't be had. */
    boolean accept(ToolModel tool) {
        String folded = folded(tool.name());
        if (CLASSES.contains(folded) || folded.equals(bundleClass) || isReservedFile(folded)) {
            findings.error(
                    "reserved-tool-name",
                    tool.at(),
                    "'" + tool.name() + "' is the name of a file or class that can't be a tool's",
                    "Write another x-toolsmith-name.");
            return false;
        }
        ToolModel other = byClass.putIfAbsent(folded, tool);
        if (other != null) {
            reportSecond(tool, other);
        }
        return other == null;
    }

    private void reportSecond(ToolModel tool, ToolModel other) {
        String where = other.httpMethod() + " " + other.path();
        if (other.name().equals(tool.name())) {
            findings.error(
                    "duplicate-tool-name",
                    tool.at(),
                    tool.httpMethod() + " " + tool.path() + " would be named '" + tool.name() + "' as " + where + " is",
                    "Write x-toolsmith-name, or x-toolsmith-resource or x-toolsmith-kind, on one of them.");
        } else {
            findings.error(
                    "duplicate-class-name",
                    tool.at(),
                    "The class of '" + tool.name() + "' would differ from that of '" + other.name() + "' (" + where
                            + ") at most in upper and lower case",
                    "Write x-toolsmith-name on one of them.");
        }
    }

    /** Names of devices, which Windows takes for files whatever their ending. */
    private static boolean isReservedFile(String name) {
        return name.matches("con|prn|aux|nul|com[0-9]|lpt[0-9]");
    }

    private static String folded(ToolName name) {
        return name.className().toLowerCase(Locale.ROOT);
    }
}
