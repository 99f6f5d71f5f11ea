package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.json.PlainBuffers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Walks through a JSON object member by member; members that are not asked for are passed over. */
final class JsonMembers {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().recyclerPool(PlainBuffers.POOL).build();

    private JsonMembers() {}

    static JsonParser parserOf(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /** Steps to the value of the next member; false at the object's end. */
    static boolean next(JsonParser parser) {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    static String text(JsonParser parser) {
        String text = parser.getValueAsString();
        return text == null ? "" : text;
    }

    static List<String> texts(JsonParser parser) {
        List<String> texts = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(parser));
        }
        return texts;
    }

    static List<List<String>> textLists(JsonParser parser) {
        List<List<String>> lists = new ArrayList<>(2);
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            lists.add(texts(parser));
        }
        return lists;
    }
}
