package dev.toolsmith.platform.admin;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What tools are called and say of themselves, read out of what clients are listed. Each tool is read once. */
final class ToolWords {

    private final JsonFactory json = JsonFactory.builder().build();
    private final Map<String, Words> known = new ConcurrentHashMap<>();

    /** What a tool is called, and the first sentence of what it says of itself. */
    record Words(String title, String summary) {}

    Words of(BundleTools tools, ToolDescriptor tool) {
        return known.computeIfAbsent(tool.name(), name -> read(tools.listed(tool), name));
    }

    private Words read(ListedTool listed, String name) {
        String title = name;
        String description = "";
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), listed.bytes(), listed.offset(), listed.length())) {
            parser.nextToken();
            for (String member = parser.nextName(); member != null; member = parser.nextName()) {
                parser.nextToken();
                if (member.equals("title")) {
                    title = parser.getString();
                } else if (member.equals("description")) {
                    description = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new Words(title, firstSentence(description));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
