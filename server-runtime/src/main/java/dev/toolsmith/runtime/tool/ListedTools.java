package dev.toolsmith.runtime.tool;

import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes listings apart. */
public final class ListedTools {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private ListedTools() {}

    /**
     * The objects of a listing by their tools' names, in the listing's order.
     *
     * @param listing as {@link ToolList#listing} has it
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static Map<String, ListedTool> byName(ListedTool listing) {
        byte[] array = new byte[listing.length() + 2];
        array[0] = '[';
        System.arraycopy(listing.bytes(), listing.offset(), array, 1, listing.length());
        array[array.length - 1] = ']';
        Map<String, ListedTool> byName = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), array)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                String name = nameOf(parser);
                int to = (int) parser.currentLocation().getByteOffset();
                byName.put(name, new ListedTool(array, from, to - from));
            }
        }
        return byName;
    }

    private static String nameOf(JsonParser object) {
        String found = "";
        for (String member = object.nextName(); member != null; member = object.nextName()) {
            object.nextToken();
            if (member.equals("name")) {
                found = object.getString();
            }
            object.skipChildren();
        }
        return found;
    }
}
