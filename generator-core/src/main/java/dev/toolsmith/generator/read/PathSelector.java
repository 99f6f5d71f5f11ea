package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A selector of a JSONPath segment (RFC 9535, section 2.3): picks children of one value. */
sealed interface PathSelector {

    /** Hands over the children of a value that are selected, in order. */
    void select(JsonNode value, JsonNode root, Consumer<PathMatch> found);

    /** {@code 'name'}. */
    record Name(String name) implements PathSelector {
        @Override
        public void select(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            if (value.isObject() && value.has(name)) {
                found.accept(new PathMatch(value, name, value.path(name)));
            }
        }
    }

    /** {@code *}. */
    record Wildcard() implements PathSelector {
        @Override
        public void select(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            children(value).forEach(found);
        }
    }

    /** {@code 3}, or {@code -1} from the end. */
    record Index(long index) implements PathSelector {
        @Override
        public void select(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            long at = index < 0 ? index + value.size() : index;
            if (value.isArray() && at >= 0 && at < value.size()) {
                found.accept(new PathMatch(value, "", value.path((int) at)));
            }
        }
    }

    /** {@code start:end:step}. */
    record Slice(Optional<Long> start, Optional<Long> end, long step) implements PathSelector {
        @Override
        public void select(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            if (!value.isArray() || step == 0) {
                return;
            }
            int size = value.size();
            if (step > 0) {
                long to = bound(end.orElse((long) size), 0, size, size);
                for (long i = bound(start.orElse(0L), 0, size, size); i < to; i += step) {
                    found.accept(new PathMatch(value, "", value.path((int) i)));
                }
                return;
            }
            long to = end.map(given -> bound(given, -1, size - 1L, size)).orElse(-1L);
            for (long i = bound(start.orElse(size - 1L), -1, size - 1L, size); i > to; i += step) {
                found.accept(new PathMatch(value, "", value.path((int) i)));
            }
        }

        private static long bound(long given, long low, long high, int size) {
            return Math.max(low, Math.min(high, given < 0 ? given + size : given));
        }
    }

    /** {@code ?expression}. */
    record Filter(PathFilter filter) implements PathSelector {
        @Override
        public void select(JsonNode value, JsonNode root, Consumer<PathMatch> found) {
            for (PathMatch child : children(value)) {
                if (filter.accepts(child.node(), root)) {
                    found.accept(child);
                }
            }
        }
    }

    /** The members or elements of a value, none for a scalar. */
    static List<PathMatch> children(JsonNode value) {
        List<PathMatch> children = new ArrayList<>(value.size());
        if (value.isObject()) {
            value.properties().forEach(each -> children.add(new PathMatch(value, each.getKey(), each.getValue())));
        } else {
            value.forEach(each -> children.add(new PathMatch(value, "", each)));
        }
        return children;
    }
}
