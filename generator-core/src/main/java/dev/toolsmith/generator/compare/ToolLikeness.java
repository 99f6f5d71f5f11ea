package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says how alike two tools are, from 0 to 1: by their requests, arguments, answers and names. */
final class ToolLikeness {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^/}]*)}");

    private ToolLikeness() {}

    static double of(ToolModel before, ToolModel after) {
        double arguments = shared(argumentNames(before), argumentNames(after));
        double answers = shared(names(before.output()), names(after.output()));
        double method = before.httpMethod().equals(after.httpMethod()) ? 1 : 0;
        double reads = before.reads() == after.reads() ? 1 : 0;
        double words = shared(words(before), words(after));
        return 0.35 * paths(before.path(), after.path())
                + 0.1 * method
                + 0.1 * reads
                + 0.2 * arguments
                + 0.1 * answers
                + 0.15 * words;
    }

    /** A path template without the names of its parameters. */
    static String plain(String path) {
        return PARAMETER.matcher(path).replaceAll("{}");
    }

    /** The names of the parameters of a path template, in its order. */
    static List<String> parameters(String path) {
        return PARAMETER.matcher(path).results().map(slot -> slot.group(1)).toList();
    }

    /** How many segments both paths have in the same order, of those that either has. */
    private static double paths(String before, String after) {
        List<String> olds = List.of(plain(before).split("/"));
        List<String> news = List.of(plain(after).split("/"));
        int[][] common = new int[olds.size() + 1][news.size() + 1];
        for (int old = 0; old < olds.size(); old++) {
            for (int fresh = 0; fresh < news.size(); fresh++) {
                common[old + 1][fresh + 1] = olds.get(old).equals(news.get(fresh))
                        ? common[old][fresh] + 1
                        : Math.max(common[old][fresh + 1], common[old + 1][fresh]);
            }
        }
        int same = common[olds.size()][news.size()] - 1;
        int longest = Math.max(olds.size(), news.size()) - 1;
        return longest <= 0 ? 1 : (double) same / longest;
    }

    private static Set<String> words(ToolModel tool) {
        return new HashSet<>(Arrays.asList(tool.name().value().split("_")));
    }

    private static Set<String> argumentNames(ToolModel tool) {
        return names(Optional.of(tool.input()));
    }

    private static Set<String> names(Optional<JsonSchema> schema) {
        Set<String> names = new HashSet<>();
        schema.ifPresent(each -> each.node().path("properties").properties().forEach(property -> {
            names.add(property.getKey());
            property.getValue()
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(inner -> names.add(property.getKey() + "/" + inner));
        }));
        return names;
    }

    private static double shared(Set<String> first, Set<String> second) {
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return all.isEmpty() ? 1 : (double) common.size() / all.size();
    }
}
