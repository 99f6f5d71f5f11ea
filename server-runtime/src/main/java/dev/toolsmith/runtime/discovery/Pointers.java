package dev.toolsmith.runtime.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What descriptions say of other tools than their own, as in "to take it off a list use delete_entry": such a part tells
 * when the tool that it names is meant, and nothing of the one that it stands with.
 */
final class Pointers {

    private static final Pattern PARTS = Pattern.compile("(?<=[.;:,])\\s+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)+");

    private final Set<String> names = new HashSet<>();
    private final Map<String, StringBuilder> own = new HashMap<>();
    private final Map<String, StringBuilder> byOthers = new HashMap<>();

    private Pointers() {}

    static Pointers of(List<IndexedTool> tools) {
        Pointers pointers = new Pointers();
        tools.forEach(tool -> pointers.names.add(tool.name()));
        tools.forEach(pointers::read);
        return pointers;
    }

    private void read(IndexedTool tool) {
        for (String part : PARTS.split(tool.rest(), -1)) {
            List<String> named = named(part);
            if (named.isEmpty()) {
                add(own, tool.name(), part);
            }
            for (String other : named) {
                add(byOthers, other, part);
            }
        }
    }

    private List<String> named(String part) {
        List<String> named = new ArrayList<>();
        for (Matcher name = NAME.matcher(part); name.find(); ) {
            if (names.contains(name.group())) {
                named.add(name.group());
            }
        }
        return named;
    }

    private static void add(Map<String, StringBuilder> texts, String tool, String part) {
        texts.computeIfAbsent(tool, key -> new StringBuilder()).append(part).append(' ');
    }

    /** What a tool's own description says of it after the first sentence. */
    String own(IndexedTool tool) {
        return own.getOrDefault(tool.name(), new StringBuilder()).toString();
    }

    /** What other tools' descriptions say of it. */
    String byOthers(IndexedTool tool) {
        return byOthers.getOrDefault(tool.name(), new StringBuilder()).toString();
    }
}
