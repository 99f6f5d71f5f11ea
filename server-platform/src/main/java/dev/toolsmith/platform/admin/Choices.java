package dev.toolsmith.platform.admin;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be chosen among an app's tools.
 *
 * @param methods kinds of tools by what a filter calls them together
 * @param tags areas
 */
record Choices(List<Group> methods, List<Area> tags) {

    private static final Map<String, String> CLASSES = new LinkedHashMap<>();
    private static final Map<String, String> KINDS = Map.of(
            "list", "List many",
            "get", "Read one",
            "create", "Create",
            "update", "Update",
            "delete", "Delete",
            "assert", "Create, or update what is there",
            "overwrite", "Update, and drop former values",
            "search", "Search");

    static {
        CLASSES.put("read", "Look things up");
        CLASSES.put("write", "Change things");
        CLASSES.put("custom", "Special");
    }

    /**
     * Kinds of tools that filters have one word for.
     *
     * @param name the word
     * @param title what people call it
     */
    record Group(String name, String title, List<Kind> kinds) {

        /** The exact names. */
        List<String> names() {
            return kinds.stream().map(Kind::name).toList();
        }
    }

    /** One kind of tool, and how many tools are of it. */
    record Kind(String name, String title, int tools) {}

    /** One area of tools, how many there are, and whether they change where data goes or what its form is. */
    record Area(String name, int tools, boolean sensitive) {}

    /** Those of all tools of an app. */
    static Choices of(BundleTools all, Set<String> sensitiveTags) {
        Map<String, TreeMap<String, Integer>> kinds = new LinkedHashMap<>();
        CLASSES.keySet().forEach(name -> kinds.put(name, new TreeMap<>()));
        Map<String, Integer> tags = new TreeMap<>();
        for (ToolDescriptor tool : all.tools()) {
            kinds.computeIfAbsent(tool.toolClass(), name -> new TreeMap<>()).merge(tool.kind(), 1, Integer::sum);
            tool.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
        }
        List<Group> groups = new ArrayList<>();
        kinds.forEach((name, counts) -> {
            if (!counts.isEmpty()) {
                groups.add(new Group(name, CLASSES.getOrDefault(name, name), kinds(counts)));
            }
        });
        List<Area> areas = new ArrayList<>();
        tags.forEach((name, tools) -> areas.add(new Area(name, tools, sensitiveTags.contains(name))));
        return new Choices(List.copyOf(groups), List.copyOf(areas));
    }

    private static List<Kind> kinds(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Kind(entry.getKey(), title(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String title(String kind) {
        String words = kind.replace('_', ' ');
        return KINDS.getOrDefault(kind, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** The names of all kinds. */
    Set<String> kindNames() {
        Set<String> names = new TreeSet<>();
        methods.forEach(group -> names.addAll(group.names()));
        return names;
    }

    /** The names of all areas. */
    Set<String> tagNames() {
        Set<String> names = new TreeSet<>();
        tags.forEach(area -> names.add(area.name()));
        return names;
    }

    /** The names of the areas that presets tick: those that change neither where data goes nor what its form is. */
    Set<String> plainTagNames() {
        Set<String> names = tagNames();
        tags.stream().filter(Area::sensitive).map(Area::name).forEach(names::remove);
        return names;
    }

    /** A filter's words for kinds that are ticked: one word for all of its kinds. */
    List<String> words(Set<String> ticked) {
        List<String> words = new ArrayList<>();
        for (Group group : methods) {
            if (ticked.containsAll(group.names())) {
                words.add(group.name());
            } else {
                group.names().stream().filter(ticked::contains).forEach(words::add);
            }
        }
        return words;
    }

    /** The kinds that a filter's words mean; all for no word. */
    Set<String> kinds(List<String> words) {
        if (words.isEmpty()) {
            return kindNames();
        }
        Set<String> kinds = new TreeSet<>();
        for (Group group : methods) {
            group.names().stream()
                    .filter(kind -> words.contains(group.name()) || words.contains(kind))
                    .forEach(kinds::add);
        }
        return kinds;
    }
}
