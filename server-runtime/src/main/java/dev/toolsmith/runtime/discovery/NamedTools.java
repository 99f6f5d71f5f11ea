package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which tools somebody may have meant who named one that there is not. */
final class NamedTools {

    private static final int MOST = 3;

    private NamedTools() {}

    /**
     * A sentence or two.
     *
     * @param name what was asked for
     * @param list the tools that are offered
     * @param names their names
     */
    static String unknown(String name, SearchedList list, Set<String> names, ToolSearch search) {
        Set<String> close = new LinkedHashSet<>();
        ClosestNames.to(name, names).ifPresent(close::add);
        search.find(list, name, MOST).tools().forEach(tool -> close.add(tool.name()));
        List<String> told = new ArrayList<>(close).subList(0, Math.min(MOST, close.size()));
        return "There is no tool \"" + DiscoveryText.cut(name) + "\"."
                + (told.isEmpty() ? "" : " Close to it: " + String.join(", ", told) + ".") + " "
                + DiscoveryText.SEARCH + " finds tools by what is to be done.";
    }
}
