package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Listed tools and schemas, whose titles and descriptions name no tool that is not offered. All other bytes stay as they
 * are.
 */
final class OfferedTexts {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final OfferedWords words;
    private final ListedTool object;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private int copied;

    private OfferedTexts(OfferedWords words, ListedTool object) {
        this.words = words;
        this.object = object;
        this.copied = object.offset();
    }

    /**
     * A JSON object: a listed tool, or a schema.
     *
     * @return the same object when nothing is left out
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    static ListedTool told(OfferedWords words, ListedTool object) {
        return words.hidesAny() ? new OfferedTexts(words, object).told() : object;
    }

    private ListedTool told() {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), object.bytes(), object.offset(), object.length())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                schema(parser);
            }
        }
        if (copied == object.offset()) {
            return object;
        }
        copyTo(object.offset() + object.length());
        return new ListedTool(told.toByteArray(), 0, told.size());
    }

    private void copyTo(int end) {
        told.write(object.bytes(), copied, end - copied);
        copied = end;
    }

    private void schema(JsonParser parser) {
        for (String member = parser.nextName(); member != null; member = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                if (member.equals("description") || member.equals("title")) {
                    text(parser);
                }
            } else if (isData(member)) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT && holdsSchemasByName(member)) {
                byName(parser);
            } else {
                value(parser, token);
            }
        }
    }

    private void byName(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            value(parser, parser.nextToken());
        }
    }

    private void value(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            schema(parser);
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                value(parser, each);
            }
        }
    }

    private static boolean isData(String member) {
        return switch (member) {
            case "const", "default", "enum", "example", "examples", "_meta" -> true;
            default -> false;
        };
    }

    private static boolean holdsSchemasByName(String member) {
        return switch (member) {
            case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" -> true;
            default -> false;
        };
    }

    private void text(JsonParser parser) {
        int begin = object.offset() + (int) parser.currentTokenLocation().getByteOffset();
        String written = parser.getString();
        int end = object.offset() + (int) parser.currentLocation().getByteOffset();
        String left = words.told(written);
        if (!left.equals(written)) {
            copyTo(begin);
            told.writeBytes(quoted(left));
            copied = end;
        }
    }

    private static byte[] quoted(String text) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
            generator.writeString(text);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
