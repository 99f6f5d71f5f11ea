package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.cli.ToolTokens;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The tools that a restriction leaves, as people look at them.
 *
 * @param problem why there are none; empty when there are some
 * @param rows one a tool
 * @param tokens what all of them cost a model's context when they are listed
 * @param tokensWhereFound what the three tools cost by which a model finds them, where those are listed in their place
 * @param scopes the least that the account must allow
 * @param scopesKnown whether it is known what the account allows
 */
record ToolListing(
        String problem,
        List<Row> rows,
        int tokens,
        OptionalInt tokensWhereFound,
        List<Scope> scopes,
        boolean scopesKnown) {

    /**
     * One tool.
     *
     * @param kind what it does to the account's data
     * @param tone of that word
     * @param lacks whether the account does not allow what it needs
     */
    record Row(
            String name,
            String title,
            String summary,
            String tag,
            String kind,
            String tone,
            int tokens,
            boolean lacks) {}

    /** One thing that the account must allow, and whether it does not. */
    record Scope(String name, boolean missing) {}

    /** There are no tools, for a reason. */
    static ToolListing none(String problem) {
        return new ToolListing(problem, List.of(), 0, OptionalInt.empty(), List.of(), true);
    }

    /** The tools, as a server of that exposure shows them. */
    static ToolListing of(
            BundleTools tools, Exposure exposure, Connection connection, ToolWords words, ToolTokens counter) {
        Map<String, Integer> tokens = counter.byTool(tools);
        Collection<String> granted = connection.scopes().orElse(List.of());
        boolean known = connection.scopes().isPresent();
        List<Row> rows = new ArrayList<>();
        for (ToolDescriptor tool : tools.tools()) {
            ToolWords.Words said = words.of(tools, tool);
            rows.add(new Row(
                    tool.name(),
                    said.title(),
                    said.summary(),
                    tool.tag(),
                    kind(tool),
                    tool.reads() ? "good" : tool.kind().equals("delete") ? "bad" : "warn",
                    tokens.getOrDefault(tool.name(), 0),
                    known && !Scopes.missing(tool.scopes(), granted).isEmpty()));
        }
        Set<String> least = Scopes.least(tools);
        List<String> missing = known ? Scopes.missing(least, granted) : List.of();
        return new ToolListing(
                "",
                List.copyOf(rows),
                tokens.values().stream().mapToInt(Integer::intValue).sum(),
                exposure == Exposure.DISCOVERY ? OptionalInt.of(counter.whereFound(tools)) : OptionalInt.empty(),
                least.stream()
                        .map(scope -> new Scope(scope, missing.contains(scope)))
                        .toList(),
                known);
    }

    private static String kind(ToolDescriptor tool) {
        if (tool.reads()) {
            return "reads";
        }
        return tool.kind().equals("delete") ? "deletes" : "changes";
    }

    /** How many tools there are. */
    int count() {
        return rows.size();
    }

    /** Whether the account lacks something that a tool needs. */
    boolean lacks() {
        return scopes.stream().anyMatch(Scope::missing);
    }
}
