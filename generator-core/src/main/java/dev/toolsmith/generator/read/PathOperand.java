package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;

/** Something that a JSONPath filter compares (RFC 9535, sections 2.3.5 and 2.4). */
sealed interface PathOperand {

    /** The value, or nothing. */
    Optional<JsonNode> value(JsonNode current, JsonNode root);

    /** A number, text, boolean or null. */
    record Literal(JsonNode node) implements PathOperand {
        @Override
        public Optional<JsonNode> value(JsonNode current, JsonNode root) {
            return Optional.of(node);
        }
    }

    /** A query from {@code $} or {@code @}. */
    record Query(boolean fromRoot, PathQuery query) implements PathOperand {
        List<PathMatch> select(JsonNode current, JsonNode root) {
            return query.select(fromRoot ? root : current, root);
        }

        @Override
        public Optional<JsonNode> value(JsonNode current, JsonNode root) {
            List<PathMatch> found = select(current, root);
            return found.size() == 1 ? Optional.of(found.get(0).node()) : Optional.empty();
        }
    }

    /** {@code length(value)}: characters of a text, elements of an array, members of an object. */
    record Length(PathOperand of) implements PathOperand {
        @Override
        public Optional<JsonNode> value(JsonNode current, JsonNode root) {
            return of.value(current, root)
                    .filter(node -> node.isTextual() || node.isContainerNode())
                    .map(node -> IntNode.valueOf(node.isTextual() ? codePoints(node) : node.size()));
        }

        private static int codePoints(JsonNode text) {
            return text.textValue().codePointCount(0, text.textValue().length());
        }
    }

    /** {@code count(query)}: how many values a query selects. */
    record Count(Query of) implements PathOperand {
        @Override
        public Optional<JsonNode> value(JsonNode current, JsonNode root) {
            return Optional.of(IntNode.valueOf(of.select(current, root).size()));
        }
    }

    /** {@code value(query)}: what a query selects if it is a single value. */
    record Value(Query of) implements PathOperand {
        @Override
        public Optional<JsonNode> value(JsonNode current, JsonNode root) {
            return of.value(current, root);
        }
    }
}
