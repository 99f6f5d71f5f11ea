package dev.toolsmith.runtime.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON trees: strictly, compactly, numbers exactly as they came. An object mapper would do the same, but
 * making one costs a starting server more than all the rest of its first call.
 */
public final class JsonTree {

    private static final int MOST_BYTES_OF_STRING = 16 << 20;
    private static final int DEEPEST = 200;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(MOST_BYTES_OF_STRING)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonTree() {}

    /**
     * Reads one value of UTF-8 JSON.
     *
     * @throws tools.jackson.core.JacksonException when it is not one, has a member twice, or is nested over 200 deep
     */
    public static JsonNode read(byte[] json) {
        return read(json, false);
    }

    /**
     * Reads one value of UTF-8 JSON whose numbers will be written byte for byte as they came.
     *
     * @throws tools.jackson.core.JacksonException as {@link #read}
     */
    public static JsonNode readAsWritten(byte[] json) {
        return read(json, true);
    }

    private static JsonNode read(byte[] json, boolean asWritten) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new StreamReadException(parser, "no value");
            }
            JsonNode value = value(parser, first, asWritten);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one value");
            }
            return value;
        }
    }

    /** Writes a value as compact UTF-8 JSON. */
    public static byte[] write(JsonNode value) {
        return bytes(value, false);
    }

    /** A value as compact JSON. */
    public static String text(JsonNode value) {
        return new String(bytes(value, false), StandardCharsets.UTF_8);
    }

    /** Writes a value so that values equal but for the order of members have equal bytes. */
    public static byte[] canonical(JsonNode value) {
        return bytes(value, true);
    }

    /**
     * Writes a value anew so that values equal but for white space and the order of members have equal bytes.
     *
     * @throws tools.jackson.core.JacksonException as {@link #read}
     */
    public static byte[] canonical(byte[] json) {
        return canonical(read(json));
    }

    private static JsonNode value(JsonParser parser, JsonToken token, boolean asWritten) {
        return switch (token) {
            case START_OBJECT -> object(parser, asWritten);
            case START_ARRAY -> array(parser, asWritten);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> asWritten ? written(parser, token) : number(parser, token);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new StreamReadException(parser, "no value");
        };
    }

    private static JsonNode number(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return NODES.numberNode(parser.getDecimalValue());
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static JsonNode written(JsonParser parser, JsonToken token) {
        String text = parser.getString();
        JsonNode number = number(parser, token);
        return text.equals(number.asString()) ? number : new WrittenNumber(parser.getDecimalValue(), text);
    }

    private static ObjectNode object(JsonParser parser, boolean asWritten) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            object.set(name, value(parser, parser.nextToken(), asWritten));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, boolean asWritten) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, asWritten));
        }
        return array;
    }

    private static byte[] bytes(JsonNode value, boolean sorted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(value, generator, sorted);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode value, JsonGenerator out, boolean sorted) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> member : members(value, sorted)) {
                    out.writeName(member.getKey());
                    write(member.getValue(), out, sorted);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode item : value) {
                    write(item, out, sorted);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(value.stringValue());
            case NUMBER -> writeNumber(value, out);
            case BOOLEAN -> out.writeBoolean(value.booleanValue());
            case NULL -> out.writeNull();
            default -> throw new IllegalArgumentException("Not a JSON value: " + value.getNodeType());
        }
    }

    private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode object, boolean sorted) {
        if (!sorted) {
            return object.properties();
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Comparator.comparing(Map.Entry::getKey));
        return members;
    }

    private static void writeNumber(JsonNode number, JsonGenerator out) {
        if (number instanceof WrittenNumber written) {
            out.writeNumber(written.text());
            return;
        }
        switch (number.numberType()) {
            case INT -> out.writeNumber(number.intValue());
            case LONG -> out.writeNumber(number.longValue());
            case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
            case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
            case FLOAT, DOUBLE -> out.writeNumber(number.doubleValue());
        }
    }
}
