package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which tool of the older catalogue is which one of the newer.
 *
 * @param pairs tools that are on both sides, by the newer name
 * @param removed tools of the older side alone
 * @param added tools of the newer side alone
 */
record ToolPairs(List<Pair> pairs, List<ToolModel> removed, List<ToolModel> added) {

    /** Above this likeness a tool is probably the same under another name. */
    private static final double PROBABLY = 0.75;

    /** A tool before and after; surely the same when name or operation are. */
    record Pair(ToolModel before, ToolModel after, boolean isSure) {

        boolean isRenamed() {
            return !before.name().equals(after.name());
        }
    }

    private record Candidate(ToolModel before, ToolModel after, double likeness) {}

    static ToolPairs of(ToolCatalog before, ToolCatalog after) {
        Map<ToolName, ToolModel> olds = byName(before);
        Map<ToolName, ToolModel> news = byName(after);
        List<Pair> pairs = new ArrayList<>();
        for (ToolModel tool : before.tools()) {
            ToolModel same = news.get(tool.name());
            if (same != null) {
                pairs.add(new Pair(tool, same, true));
                olds.remove(tool.name());
                news.remove(tool.name());
            }
        }
        takeSameOperations(olds, news, pairs);
        takeSimilar(olds, news, pairs);
        pairs.sort(Comparator.comparing(pair -> pair.after().name()));
        return new ToolPairs(List.copyOf(pairs), List.copyOf(olds.values()), List.copyOf(news.values()));
    }

    private static void takeSameOperations(
            Map<ToolName, ToolModel> olds, Map<ToolName, ToolModel> news, List<Pair> pairs) {
        Map<String, List<ToolModel>> byOperation =
                news.values().stream().collect(Collectors.groupingBy(ToolPairs::operation));
        for (ToolModel old : List.copyOf(olds.values())) {
            byOperation.getOrDefault(operation(old), List.of()).stream()
                    .filter(tool -> news.containsKey(tool.name()))
                    .max(Comparator.comparingDouble(tool -> ToolLikeness.of(old, tool)))
                    .ifPresent(tool -> take(old, tool, true, olds, news, pairs));
        }
    }

    private static void takeSimilar(Map<ToolName, ToolModel> olds, Map<ToolName, ToolModel> news, List<Pair> pairs) {
        List<Candidate> candidates = new ArrayList<>();
        for (ToolModel old : olds.values()) {
            for (ToolModel fresh : news.values()) {
                double likeness = ToolLikeness.of(old, fresh);
                if (likeness >= PROBABLY) {
                    candidates.add(new Candidate(old, fresh, likeness));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        for (Candidate each : candidates) {
            if (olds.containsKey(each.before().name())
                    && news.containsKey(each.after().name())) {
                take(each.before(), each.after(), false, olds, news, pairs);
            }
        }
    }

    private static void take(
            ToolModel old,
            ToolModel fresh,
            boolean sure,
            Map<ToolName, ToolModel> olds,
            Map<ToolName, ToolModel> news,
            List<Pair> pairs) {
        pairs.add(new Pair(old, fresh, sure));
        olds.remove(old.name());
        news.remove(fresh.name());
    }

    private static Map<ToolName, ToolModel> byName(ToolCatalog catalogue) {
        Map<ToolName, ToolModel> tools = new TreeMap<>();
        catalogue.tools().forEach(tool -> tools.put(tool.name(), tool));
        return tools;
    }

    private static String operation(ToolModel tool) {
        return tool.httpMethod() + " " + ToolLikeness.plain(tool.path());
    }
}
