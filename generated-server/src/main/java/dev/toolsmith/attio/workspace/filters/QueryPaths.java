package dev.toolsmith.attio.workspace.filters;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The names in a query's paths, to read what they stand for.
 *
 * @param first objects or lists that paths begin at
 * @param further objects that they lead to, in the order they are named
 */
record QueryPaths(Set<String> first, Set<String> further) {

    private static final int MOST = 16;

    /** Those of a filter and of sorts, as they came. */
    static QueryPaths of(JsonNode filter, JsonNode sorts) {
        QueryPaths paths = new QueryPaths(new LinkedHashSet<>(), new LinkedHashSet<>());
        paths.collect(filter, 0);
        sorts.forEach(sort -> paths.collect(sort.path("path")));
        return paths;
    }

    private void collect(JsonNode filter, int depth) {
        if (depth > FilterCheck.DEEPEST || further.size() >= MOST) {
            return;
        }
        if (filter.has("path")) {
            collect(filter.path("path"));
            return;
        }
        for (Map.Entry<String, JsonNode> member : filter.properties()) {
            if (member.getKey().equals("$not")) {
                collect(member.getValue(), depth + 1);
            } else if (FilterCheck.LOGIC.contains(member.getKey())
                    && member.getValue().isArray()) {
                member.getValue().forEach(part -> collect(part, depth + 2));
            }
        }
    }

    private void collect(JsonNode path) {
        if (!path.isArray()) {
            return;
        }
        Set<String> into = first;
        for (JsonNode step : path) {
            if (step.path(0).isString() && into.size() < MOST) {
                into.add(step.path(0).stringValue());
            }
            into = further;
        }
    }
}
