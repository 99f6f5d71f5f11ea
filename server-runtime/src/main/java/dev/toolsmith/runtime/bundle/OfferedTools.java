package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The tools of all bundles that a selection takes, as their indexes tell. */
final class OfferedTools {

    private final Map<String, BundledTool> all;
    private final Map<String, BundledTool> byName;
    private final List<ToolDescriptor> descriptors;
    private final OfferedWords words;
    private final Map<String, ListedTool> otherwiseListed = new ConcurrentHashMap<>();

    private OfferedTools(Map<String, BundledTool> all, Map<String, BundledTool> byName) {
        this.all = all;
        this.byName = byName;
        List<ToolDescriptor> rows = new ArrayList<>(byName.size());
        for (BundledTool tool : byName.values()) {
            rows.add(tool.descriptor());
        }
        this.descriptors = List.copyOf(rows);
        Set<String> hidden = new HashSet<>(all.keySet());
        hidden.removeAll(byName.keySet());
        this.words = new OfferedWords(hidden);
    }

    static OfferedTools of(List<LoadedBundle> bundles, ToolSelection selection) {
        TreeMap<String, BundledTool> all = new TreeMap<>();
        Map<String, String> appOfOperation = new HashMap<>();
        for (LoadedBundle bundle : bundles) {
            for (BundledTool tool : IndexReader.read(bundle.bundle(), bundle.manifest(), bundle.catalogue().length)) {
                addOnce(tool, all, appOfOperation);
            }
        }
        return new OfferedTools(all, SelectedTools.of(all, selection));
    }

    OfferedTools narrowed(ToolSelection selection) {
        return new OfferedTools(all, SelectedTools.of(byName, selection));
    }

    /** All tools of the same bundles. */
    OfferedTools whole() {
        return new OfferedTools(all, all);
    }

    /** What may be told beside the offered tools. */
    OfferedWords words() {
        return words;
    }

    /**
     * The listed object of an offered tool, without what names others that are not offered.
     *
     * @param published as it stands in the catalogue
     */
    ListedTool listed(String name, ListedTool published) {
        ListedTool known = otherwiseListed.get(name);
        if (known != null) {
            return known;
        }
        ListedTool told = OfferedTexts.told(words, published);
        if (told.bytes() != published.bytes()) {
            otherwiseListed.put(name, told);
        }
        return told;
    }

    List<ToolDescriptor> descriptors() {
        return descriptors;
    }

    Optional<BundledTool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static void addOnce(BundledTool tool, Map<String, BundledTool> all, Map<String, String> appOfOperation) {
        BundledTool other = all.put(tool.name(), tool);
        String app = tool.manifest().app();
        if (other != null) {
            throw new ToolConfigurationException("The tool \"" + tool.name() + "\" stands twice: in the bundles \""
                    + other.manifest().app() + "\" and \"" + app + "\". Leave one of them out.");
        }
        String operation = tool.descriptor()
                .method()
                .concat(" ")
                .concat(tool.manifest().baseUrl())
                .concat(tool.descriptor().path());
        String otherApp = appOfOperation.putIfAbsent(operation, app);
        if (otherApp != null && !otherApp.equals(app)) {
            throw new ToolConfigurationException(operation + " stands in the bundles \"" + otherApp + "\" and \"" + app
                    + "\". Leave one of them out.");
        }
    }
}
