package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The finished {@code tools/list} objects of the three tools. Written before a server's first answer, so without a tree of
 * JSON.
 */
final class DiscoveryListing {

    static final int MOST_FOUND = 20;
    static final int MOST_SCHEMAS = 5;

    private static final String TAG = "discovery";
    private static final int MOST_TAG_CHARACTERS = 600;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private static final String SEARCH_SCHEMA = "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\","
            + "\"description\":\"What is to be done to what, in a few words.\"},\"limit\":{\"type\":\"integer\","
            + "\"minimum\":1,\"maximum\":20,\"default\":5}},\"required\":[\"query\"],\"additionalProperties\":false}";

    private static final String SCHEMA_SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"tool_names\":{\"type\":\"array\","
                    + "\"items\":{\"type\":\"string\"},\"minItems\":1,\"maxItems\":5}},\"required\":[\"tool_names\"],"
                    + "\"additionalProperties\":false}";

    private static final String CALL_SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"tool_name\":{\"type\":\"string\"},"
                    + "\"arguments\":{\"type\":\"object\",\"description\":\"As the tool's inputSchema has them.\"}},"
                    + "\"required\":[\"tool_name\"],\"additionalProperties\":false}";

    private static final String READS =
            "{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true,\"openWorldHint\":false}";

    private static final String READS_ONLY =
            "{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true}";

    private static final String WRITES = "{\"readOnlyHint\":false,\"destructiveHint\":true,\"idempotentHint\":false}";

    private DiscoveryListing() {}

    /** What servers know of the three tools, sorted by name; there are none where nothing is offered. */
    static List<ToolDescriptor> tools(List<ToolDescriptor> offered) {
        if (offered.isEmpty()) {
            return List.of();
        }
        boolean reads = onlyReads(offered);
        return List.of(
                descriptor(DiscoveryText.CALL, "call", reads),
                descriptor(DiscoveryText.SCHEMA, "get", true),
                descriptor(DiscoveryText.SEARCH, "search", true));
    }

    private static ToolDescriptor descriptor(String name, String kind, boolean reads) {
        return new ToolDescriptor(name, "", "", kind, reads ? "read" : "custom", List.of(TAG), reads, List.of(), 0, 0);
    }

    private static boolean onlyReads(List<ToolDescriptor> offered) {
        for (ToolDescriptor tool : offered) {
            if (!tool.reads()) {
                return false;
            }
        }
        return true;
    }

    /** What {@code tools/list} says of one of the three. */
    static ListedTool listed(String name, List<ToolDescriptor> offered) {
        byte[] json = json(name, offered).getBytes(StandardCharsets.UTF_8);
        return new ListedTool(json, 0, json.length);
    }

    private static String json(String name, List<ToolDescriptor> offered) {
        return switch (name) {
            case DiscoveryText.SEARCH -> object(name, "Search tools", search(offered), SEARCH_SCHEMA, READS);
            case DiscoveryText.SCHEMA ->
                object(
                        name,
                        "Get tool schemas",
                        "Read how tools found by search_tools are called: description and exact inputSchema of each. Do this"
                                + " before the first call of a tool.",
                        SCHEMA_SCHEMA,
                        READS);
            case DiscoveryText.CALL ->
                object(
                        name,
                        "Call a tool",
                        "Call a tool by its name, with arguments as get_tool_schema describes them; the result is the tool's"
                                + " own.",
                        CALL_SCHEMA,
                        onlyReads(offered) ? READS_ONLY : WRITES);
            default -> throw new IllegalArgumentException("Tool is not offered: " + name);
        };
    }

    private static String search(List<ToolDescriptor> offered) {
        return "Find tools by what is to be done, such as \"add a note\" or \"list open tasks\"; gives names, what each"
                + " does and its required arguments, the best first. Then read them with get_tool_schema and call them"
                + " with call_tool. There are " + offered.size() + " tools, for: " + tags(offered) + ".";
    }

    /** What there are tools for. */
    static String tags(List<ToolDescriptor> offered) {
        Set<String> tags = new TreeSet<>();
        for (ToolDescriptor tool : offered) {
            tags.add(tool.tag());
        }
        List<String> told = new ArrayList<>();
        int length = 0;
        for (String tag : tags) {
            length += tag.length() + 2;
            if (length > MOST_TAG_CHARACTERS) {
                told.add("and more");
                break;
            }
            told.add(tag);
        }
        return String.join(", ", told);
    }

    private static String object(String name, String title, String description, String schema, String annotations) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("title", title);
            json.writeStringProperty("description", description);
            json.writeName("inputSchema");
            json.writeRawValue(schema);
            json.writeName("annotations");
            json.writeRawValue(annotations);
            json.writeEndObject();
        }
        return text.toString();
    }
}
