package dev.toolsmith.generator.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON text (RFC 8259) to a tree within limits; duplicate keys and trailing text are faults. */
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final TreeBudget budget;

    private JsonTree(JsonParser parser, TreeBudget budget) {
        this.parser = parser;
        this.budget = budget;
    }

    static JsonNode read(String text, ReadLimits limits) throws TreeFault {
        try (JsonParser parser = factory(limits).createParser(text)) {
            return new JsonTree(parser, new TreeBudget(limits)).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode root() throws IOException, TreeFault {
        try {
            parser.nextToken();
            JsonNode root = value(0);
            if (parser.nextToken() != null) {
                throw new TreeFault(
                        "syntax-error", "JSON goes on after its end (" + position() + ")", "Remove what follows.");
            }
            return root;
        } catch (JsonProcessingException e) {
            Position at = e.getLocation() == null ? position() : position(e.getLocation());
            throw Scalars.syntaxError("JSON", plainly(e.getOriginalMessage()), at);
        }
    }

    private static JsonFactory factory(ReadLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth() + 1)
                .maxStringLength(limits.maxBytes())
                .maxNameLength(limits.maxBytes())
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private JsonNode value(int outer) throws IOException, TreeFault {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw Scalars.syntaxError("JSON", "the document is empty", position());
        }
        budget.value(token.isStructStart() ? outer + 1 : outer, position());
        return switch (token) {
            case START_OBJECT -> object(outer + 1);
            case START_ARRAY -> array(outer + 1);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalars.number(parser.getText(), position());
            default -> throw new IllegalStateException("No value begins with " + token);
        };
    }

    private ObjectNode object(int depth) throws IOException, TreeFault {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position at = position();
            parser.nextToken();
            TreeBudget.put(object, key, value(depth), at);
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException, TreeFault {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth));
        }
        return array;
    }

    /** Jackson's message without what it says about its own settings and sources. */
    private static String plainly(String message) {
        return VisibleText.excerpt(message.replaceAll(" \\(start marker .*|: enable `.*|: was expecting .*", ""));
    }

    private Position position() {
        return position(parser.currentTokenLocation());
    }

    private static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }
}
