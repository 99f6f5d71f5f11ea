package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The single values of arguments with the paths to them, such as {@code data.values.tags[0]}. */
final class ArgumentLeaves {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_NAME = 64;

    private final StringBuilder path = new StringBuilder();
    private final List<Leaf> first = new ArrayList<>();
    private final int most;
    private int count;

    private ArgumentLeaves(int most) {
        this.most = most;
    }

    /**
     * The values of arguments.
     *
     * @param most how many of them are kept at most; the rest is counted
     */
    static ArgumentLeaves of(JsonNode arguments, int most) {
        ArgumentLeaves leaves = new ArgumentLeaves(most);
        if (!arguments.isEmpty()) {
            leaves.walk(arguments);
        }
        return leaves;
    }

    /** The first of them, in their order. */
    List<Leaf> first() {
        return first;
    }

    /** How many there are in all. */
    int count() {
        return count;
    }

    private void walk(JsonNode value) {
        if (value.isEmpty()) {
            if (count++ < most) {
                first.add(new Leaf(path.toString(), value));
            }
            return;
        }
        int length = path.length();
        int index = 0;
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            path.append('[').append(index++).append(']');
            walk(item);
            path.setLength(length);
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            path.append(length == 0 ? "" : ".").append(name(member.getKey()));
            walk(member.getValue());
            path.setLength(length);
        }
    }

    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : VisibleText.quoted(name, LONGEST_NAME);
    }

    /**
     * One value.
     *
     * @param path its place
     * @param value what is no container, or an empty one
     */
    record Leaf(String path, JsonNode value) {}
}
