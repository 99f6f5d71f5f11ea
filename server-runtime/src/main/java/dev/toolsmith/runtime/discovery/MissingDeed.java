package dev.toolsmith.runtime.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a search asks to be done to things that there are tools for, and none of those does.
 *
 * @param deed what is to be done
 * @param things what the tools for the things are listed under
 * @param others tools that do it to other things
 */
record MissingDeed(Deed deed, Set<String> things, List<String> others) {

    private static final int MOST_OTHERS = 3;

    /**
     * What no tool does of a search.
     *
     * @param nouns the words of the search that tools are listed under
     * @return empty where a tool does it, and where the search does not begin with what is to be done
     */
    static Optional<MissingDeed> of(
            List<String> spoken, Collection<String> nouns, List<IndexedTool> tools, ToolWords words) {
        return Deed.asked(spoken).flatMap(deed -> of(deed, nouns, tools, words));
    }

    private static Optional<MissingDeed> of(
            Deed deed, Collection<String> nouns, List<IndexedTool> tools, ToolWords words) {
        Set<String> things = new TreeSet<>();
        List<String> others = new ArrayList<>();
        for (IndexedTool tool : tools) {
            boolean does = deed.isDoneBy(tool, words);
            if (does && isFor(nouns, words.said(tool.name() + " " + tool.title() + " " + tagged(tool)))) {
                return Optional.empty();
            }
            if (does) {
                others.add(tool.name());
            }
            tool.tags().stream().filter(tag -> isFor(nouns, words.said(tag))).forEach(things::add);
        }
        return things.isEmpty() ? Optional.empty() : Optional.of(new MissingDeed(deed, things, others));
    }

    private static String tagged(IndexedTool tool) {
        return String.join(" ", tool.tags());
    }

    private static boolean isFor(Collection<String> nouns, List<String> named) {
        return named.stream().anyMatch(nouns::contains);
    }

    /** The tools that were found, those last that do what is far from it. */
    List<IndexedTool> ranked(List<IndexedTool> found, ToolWords words) {
        List<IndexedTool> ranked = new ArrayList<>();
        List<IndexedTool> opposed = new ArrayList<>();
        found.forEach(tool -> (deed.isOpposedBy(tool, words) ? opposed : ranked).add(tool));
        ranked.addAll(opposed);
        return ranked;
    }

    /** The same in words for a model. */
    String words() {
        String said = "No tool here " + deed.verb() + " " + DiscoveryText.cut(String.join(", ", things));
        return others.isEmpty()
                ? said + "."
                : said + " by name. Those that do it to others: "
                        + others.stream().limit(MOST_OTHERS).collect(Collectors.joining(", ")) + ".";
    }
}
