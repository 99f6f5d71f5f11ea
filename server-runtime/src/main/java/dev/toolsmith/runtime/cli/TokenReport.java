package dev.toolsmith.runtime.cli;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What tools cost a model's context: the o200k tokens of each one's name, description and input schema. */
final class TokenReport {

    private TokenReport() {}

    /** A heading, a line a tool, a line a tag, and the sum. */
    static String of(BundleTools tools) {
        Map<String, Integer> byTool = count(tools);
        StringBuilder text = new StringBuilder("o200k tokens of each tool's name, description and input schema\n\n");
        byTool.forEach((name, tokens) -> line(text, tokens, name));
        text.append('\n');
        ToolsReport.byTag(tools, byTool).forEach((tag, tokens) -> line(text, tokens, "tag " + tag));
        text.append('\n');
        line(
                text,
                byTool.values().stream().mapToInt(Integer::intValue).sum(),
                "all " + byTool.size() + " tools, in o200k tokens");
        return text.toString();
    }

    private static Map<String, Integer> count(BundleTools tools) {
        Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        JsonFactory json = JsonFactory.builder().build();
        Map<String, Integer> byTool = new LinkedHashMap<>();
        for (ToolDescriptor tool : tools.tools()) {
            String text = modelFacing(json, tools.listed(tool));
            byTool.put(tool.name(), encoding.countTokensOrdinary(text));
        }
        return byTool;
    }

    /** What clients put before a model of a listed tool: its name, description and input schema. */
    private static String modelFacing(JsonFactory json, ToolList.ListedTool listed) {
        byte[] bytes = Arrays.copyOfRange(listed.bytes(), listed.offset(), listed.offset() + listed.length());
        StringBuilder text = new StringBuilder();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                if (name.equals("name") || name.equals("description")) {
                    text.append(parser.getString()).append('\n');
                } else if (name.equals("inputSchema")) {
                    text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, int tokens, String what) {
        String number = Integer.toString(tokens);
        text.append(" ".repeat(Math.max(0, 7 - number.length())))
                .append(number)
                .append("  ")
                .append(what)
                .append('\n');
    }
}
