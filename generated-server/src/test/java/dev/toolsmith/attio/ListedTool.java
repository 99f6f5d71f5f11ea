package dev.toolsmith.attio;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model reads of one of Attio's tools.
 *
 * @param descriptor what kind of tool it is
 * @param json the listed object
 */
public record ListedTool(ToolDescriptor descriptor, JsonNode json) {

    /** Ten tools are of operations that earlier descriptions of the API lack. */
    private static final Pattern LATER =
            Pattern.compile("attio_records_(search|assert)|.*_(meetings?|call_recordings?|transcript)(_by_id)?");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) (?=[A-Z])");

    static Map<String, ListedTool> all() {
        BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
        Map<String, ListedTool> all = new LinkedHashMap<>();
        for (ToolDescriptor tool : tools.tools()) {
            ToolList.ListedTool listed = tools.listed(tool);
            String text = new String(listed.bytes(), listed.offset(), listed.length(), StandardCharsets.UTF_8);
            all.put(tool.name(), new ListedTool(tool, JsonMapper.shared().readTree(text)));
        }
        return all;
    }

    /** The names of the 97 tools that every description of the API makes. */
    public static List<String> core(Collection<String> names) {
        return names.stream().filter(name -> !LATER.matcher(name).matches()).toList();
    }

    String title() {
        return json.required("title").asString();
    }

    String description() {
        return json.required("description").asString();
    }

    List<String> sentences() {
        return List.of(SENTENCE_END.split(description()));
    }

    JsonNode arguments() {
        return json.required("inputSchema").path("properties");
    }
}
