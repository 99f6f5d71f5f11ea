package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JSONPath query (RFC 9535), ready to be evaluated.
 *
 * @param segments what follows {@code $} or {@code @}
 */
record PathQuery(List<Segment> segments) {

    /** A child segment, or a descendant segment ({@code ..}), with the selectors that it tries. */
    record Segment(boolean descendant, List<PathSelector> selectors) {

        private void apply(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            selectors.forEach(selector -> selector.select(value, root, found));
            if (descendant) {
                value.forEach(child -> apply(child, root, found));
            }
        }
    }

    PathQuery {
        segments = List.copyOf(segments);
    }

    /** What the query selects, starting at a value; {@code root} is what {@code $} means in filters. */
    List<PathMatch> select(JsonNode start, JsonNode root) {
        List<PathMatch> matches = List.of(new PathMatch(MissingNode.getInstance(), "", start));
        for (Segment segment : segments) {
            List<PathMatch> next = new ArrayList<>();
            matches.forEach(match -> segment.apply(match.node(), root, next::add));
            matches = next;
        }
        return matches;
    }

    /** The names when the query is nothing but names, such as {@code $.components.schemas}, else an empty list. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.descendant()
                    || segment.selectors().size() != 1
                    || !(segment.selectors().get(0) instanceof PathSelector.Name name)) {
                return List.of();
            }
            names.add(name.name());
        }
        return names;
    }

    /** Whether the query can select at most one value (RFC 9535, singular query). */
    boolean isSingular() {
        return segments.stream()
                .allMatch(segment -> !segment.descendant()
                        && segment.selectors().size() == 1
                        && (segment.selectors().get(0) instanceof PathSelector.Name
                                || segment.selectors().get(0) instanceof PathSelector.Index));
    }
}
