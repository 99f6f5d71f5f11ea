package dev.toolsmith.generator.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path template as its segments.
 *
 * @param segments the segments as written, such as {@code notes} and <code>{note_id}</code>
 */
record PathShape(List<String> segments) {

    private static final Set<String> TRAILING = Set.of("query", "search", "values");

    PathShape {
        segments = List.copyOf(segments);
    }

    static PathShape of(String path) {
        return new PathShape(Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList());
    }

    static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Whether the path leads to one thing of a collection: its last segment is a parameter. */
    boolean endsInParameter() {
        return !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    }

    boolean endsIn(String literal) {
        return !segments.isEmpty() && segments.get(segments.size() - 1).equals(literal);
    }

    /** The names in braces, in order. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        for (String segment : segments) {
            int open = segment.indexOf('{');
            while (open >= 0) {
                int close = segment.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                names.add(segment.substring(open + 1, close));
                open = segment.indexOf('{', close);
            }
        }
        return List.copyOf(names);
    }

    /** The resource by the naming rules: the last literal segment, without a trailing query, search or values. */
    String resource() {
        List<String> literals =
                segments.stream().filter(segment -> !isParameter(segment)).toList();
        int last = literals.size() - 1;
        if (last > 0 && !endsInParameter() && TRAILING.contains(literals.get(last))) {
            last--;
        }
        return last < 0 ? "" : SnakeCase.of(literals.get(last));
    }

    /** For {@code …/things/{thing}/parts/{part}/values}: the values of a part of a thing. */
    Optional<PartValues> partValues() {
        int last = segments.size() - 1;
        boolean matches = last >= 4
                && endsIn("values")
                && isParameter(segments.get(last - 1))
                && !isParameter(segments.get(last - 2))
                && isParameter(segments.get(last - 3))
                && !isParameter(segments.get(last - 4));
        if (!matches) {
            return Optional.empty();
        }
        String part = Singular.of(SnakeCase.of(segments.get(last - 2)));
        return Optional.of(new PartValues(SnakeCase.of(segments.get(last - 4)), part + "_values"));
    }

    /** The resource that has parts with values, and the method kind that reads them. */
    record PartValues(String resource, String kind) {}
}
