package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A logical expression of a JSONPath filter (RFC 9535, section 2.3.5). */
sealed interface PathFilter {

    /** Whether a value, {@code @}, passes; {@code root} is {@code $}. */
    boolean accepts(JsonNode current, JsonNode root);

    /** {@code a || b}. */
    record Or(List<PathFilter> parts) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            return parts.stream().anyMatch(part -> part.accepts(current, root));
        }
    }

    /** {@code a && b}. */
    record And(List<PathFilter> parts) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            return parts.stream().allMatch(part -> part.accepts(current, root));
        }
    }

    /** {@code !a}. */
    record Not(PathFilter part) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            return !part.accepts(current, root);
        }
    }

    /** A query that selects something. */
    record Exists(PathOperand.Query query) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            return !query.select(current, root).isEmpty();
        }
    }

    /** {@code match(text, pattern)}, the whole text, or {@code search(text, pattern)}, some part of it. */
    record Matches(boolean whole, PathOperand text, PathOperand pattern) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            Optional<JsonNode> value = text.value(current, root).filter(JsonNode::isTextual);
            Optional<JsonNode> regex = pattern.value(current, root).filter(JsonNode::isTextual);
            return value.isPresent()
                    && regex.isPresent()
                    && PathRegex.matches(
                            whole, value.get().textValue(), regex.get().textValue());
        }
    }

    /** {@code a == b} and the like. */
    record Comparison(PathOperand left, String operator, PathOperand right) implements PathFilter {
        @Override
        public boolean accepts(JsonNode current, JsonNode root) {
            Optional<JsonNode> a = left.value(current, root);
            Optional<JsonNode> b = right.value(current, root);
            return switch (operator) {
                case "==" -> same(a, b);
                case "!=" -> !same(a, b);
                case "<" -> less(a, b);
                case ">" -> less(b, a);
                case "<=" -> less(a, b) || same(a, b);
                case ">=" -> less(b, a) || same(a, b);
                default -> throw new IllegalStateException("No comparison: " + operator);
            };
        }

        private static boolean same(Optional<JsonNode> a, Optional<JsonNode> b) {
            if (a.isEmpty() || b.isEmpty()) {
                return a.isEmpty() && b.isEmpty();
            }
            return a.get().equals(Comparison::byNumber, b.get());
        }

        private static int byNumber(JsonNode a, JsonNode b) {
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue());
            }
            return a.equals(b) ? 0 : 1;
        }

        private static boolean less(Optional<JsonNode> a, Optional<JsonNode> b) {
            if (a.isEmpty() || b.isEmpty()) {
                return false;
            }
            if (a.get().isNumber() && b.get().isNumber()) {
                return byNumber(a.get(), b.get()) < 0;
            }
            return a.get().isTextual()
                    && b.get().isTextual()
                    && a.get().textValue().compareTo(b.get().textValue()) < 0;
        }
    }
}
