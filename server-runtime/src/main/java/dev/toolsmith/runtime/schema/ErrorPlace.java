package dev.toolsmith.runtime.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where an error stands: in the arguments, in the schema, and in which branch of which choice. */
final class ErrorPlace {

    private static final Set<String> STEP_INTO_NAMED = Set.of("properties", "patternProperties");
    private static final Set<String> STEP_INTO = Set.of(
            "additionalProperties", "items", "contains", "unevaluatedProperties", "unevaluatedItems", "propertyNames");
    private static final Set<String> NAMED = Set.of("dependentSchemas", "allOf", "$defs");

    /**
     * A choice ({@code anyOf} or {@code oneOf}) that an error lies in.
     *
     * @param key tells one choice at one place of the arguments from every other
     * @param depth how many steps into the arguments the choice stands
     * @param branch which alternative
     * @param next where the path goes on behind the branch
     */
    record Choice(String key, int depth, String branch, int next) {}

    private ErrorPlace() {}

    /** The outermost choice at or behind a position of the error's path. */
    static Optional<Choice> choice(Error error, int from) {
        NodePath path = error.getEvaluationPath();
        int depth = 0;
        for (int i = 0; i < path.getNameCount(); i++) {
            String keyword = String.valueOf(path.getElement(i));
            boolean more = i + 1 < path.getNameCount();
            if ((keyword.equals("anyOf") || keyword.equals("oneOf")) && more) {
                if (i >= from) {
                    String key = prefix(path, i + 1) + " " + prefix(error.getInstanceLocation(), depth);
                    return Optional.of(new Choice(key, depth, String.valueOf(path.getElement(i + 1)), i + 2));
                }
                i++;
            } else if (keyword.equals("prefixItems") || STEP_INTO_NAMED.contains(keyword)) {
                depth++;
                i++;
            } else if (STEP_INTO.contains(keyword) && more) {
                depth += keyword.equals("propertyNames") ? 0 : 1;
            } else if (NAMED.contains(keyword)) {
                i++;
            }
        }
        return Optional.empty();
    }

    /** Whether an error is that of a member that no form of its object knows, where a schema refuses such members. */
    static boolean isOfUnevaluated(Error error) {
        NodePath path = error.getEvaluationPath();
        int last = path.getNameCount() - 1;
        return last > 0
                && error.getKeyword().equals("not")
                && String.valueOf(path.getElement(last - 1)).equals("unevaluatedProperties");
    }

    /** Whether an error stands inside the object, or at it, that another error's member belongs to. */
    static boolean isInObjectOf(Error error, Error member) {
        int depth = Math.max(0, member.getInstanceLocation().getNameCount() - 1);
        return error.getInstanceLocation().getNameCount() >= depth
                && prefix(error.getInstanceLocation(), depth).equals(prefix(member.getInstanceLocation(), depth));
    }

    /** The schema object that has the failed keyword. */
    static JsonNode schemaAround(Error error, JsonNode root) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        JsonNode node = root;
        for (int i = 0; i + 1 < fragment.getNameCount(); i++) {
            Object step = fragment.getElement(i);
            node = node.isArray() ? node.path(Integer.parseInt(String.valueOf(step))) : node.path(String.valueOf(step));
        }
        return node;
    }

    /** The place in the arguments: a top-level argument by its name, deeper ones as a JSON pointer. */
    static String inArguments(NodePath location) {
        return switch (location.getNameCount()) {
            case 0 -> "";
            case 1 -> String.valueOf(location.getElement(0));
            default -> prefix(location, location.getNameCount());
        };
    }

    private static String prefix(NodePath path, int steps) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < Math.min(steps, path.getNameCount()); i++) {
            String step = String.valueOf(path.getElement(i));
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
