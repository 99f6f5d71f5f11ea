package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applies a selection to all tools and refuses one of which a part, or the whole, fits nothing. */
final class SelectedTools {

    private static final List<String> CLASSES = List.of("read", "write", "custom");

    private final Map<String, BundledTool> all;
    private final ToolSelection selection;

    private SelectedTools(Map<String, BundledTool> all, ToolSelection selection) {
        this.all = all;
        this.selection = selection;
    }

    static Map<String, BundledTool> of(Map<String, BundledTool> all, ToolSelection selection) {
        if (selection.isEverything()) {
            return all;
        }
        SelectedTools selected = new SelectedTools(all, selection);
        selected.refuseUnknownWords();
        Map<String, BundledTool> taken = selected.taken();
        if (taken.isEmpty()) {
            throw new ToolConfigurationException(selected.nothingLeft());
        }
        return taken;
    }

    private Map<String, BundledTool> taken() {
        Map<String, BundledTool> taken = new TreeMap<>();
        for (BundledTool tool : all.values()) {
            if (selection.takes(tool.descriptor())) {
                taken.put(tool.name(), tool);
            }
        }
        return taken;
    }

    private void refuseUnknownWords() {
        Set<String> methods = new TreeSet<>(CLASSES);
        Set<String> tags = new TreeSet<>();
        for (BundledTool tool : all.values()) {
            methods.add(tool.descriptor().kind());
            tags.addAll(tool.descriptor().tags());
        }
        refuseUnknown("method", selection.methods(), methods, " Methods: " + String.join(", ", methods) + ".");
        refuseUnknown("tag", selection.tags(), tags, " Tags: " + String.join(", ", tags) + ".");
        refuseUnknown("name", selection.tools(), all.keySet(), "");
        refuseUnknown("name", selection.denied(), all.keySet(), "");
    }

    private static void refuseUnknown(String what, List<String> asked, Collection<String> known, String choice) {
        for (String word : asked) {
            if (!known.contains(word)) {
                String closest = ClosestNames.to(word, known)
                        .map(name -> " Did you mean \"" + name + "\"?")
                        .orElse("");
                throw new ToolConfigurationException(
                        "No tool has the " + what + " \"" + word + "\"." + closest + choice);
            }
        }
    }

    private String nothingLeft() {
        List<String> asked = new ArrayList<>();
        addAsked(asked, "methods", selection.methods());
        addAsked(asked, "tags", selection.tags());
        addAsked(asked, "names", selection.tools());
        addAsked(asked, "without", selection.denied());
        if (selection.readOnly()) {
            asked.add("read-only");
        }
        String message = "None of the " + all.size() + " tools is left by " + String.join(" and ", asked) + ".";
        Set<String> methods = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        for (BundledTool tool : all.values()) {
            if (selection.readOnly() && !tool.descriptor().reads()) {
                continue;
            }
            if (selection.takesTag(tool.descriptor())) {
                methods.add(tool.descriptor().kind());
            }
            if (selection.takesMethod(tool.descriptor())) {
                tags.addAll(tool.descriptor().tags());
            }
        }
        return message
                + (selection.readOnly() ? " Read-only leaves out all tools that change something." : "")
                + (selection.tags().isEmpty() || methods.isEmpty()
                        ? ""
                        : " Tools with these tags are of: " + String.join(", ", methods) + ".")
                + (selection.methods().isEmpty() || tags.isEmpty()
                        ? ""
                        : " Tools with these methods have the tags: " + String.join(", ", tags) + ".");
    }

    private static void addAsked(List<String> asked, String what, List<String> words) {
        if (!words.isEmpty()) {
            asked.add(what + " " + String.join(", ", words));
        }
    }
}
