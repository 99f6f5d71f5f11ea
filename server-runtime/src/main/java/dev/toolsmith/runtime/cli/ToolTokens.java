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
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Counts what tools cost a model's context: the o200k tokens of each one's name, description and input schema. Counts
 * each tool once, so one counter is for tools of the same bundles. Safe for many threads.
 */
public final class ToolTokens {

    private final JsonFactory json = JsonFactory.builder().build();
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    /** The tokens of each tool, in the tools' order. */
    public Map<String, Integer> byTool(BundleTools tools) {
        Map<String, Integer> byTool = new LinkedHashMap<>();
        for (ToolDescriptor tool : tools.tools()) {
            byTool.put(tool.name(), counted.computeIfAbsent(tool.name(), name -> count(tools, tool)));
        }
        return byTool;
    }

    /** The tokens of all tools together. */
    public int of(BundleTools tools) {
        return byTool(tools).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The tokens of the three tools that are listed in place of all where those are found. */
    public int whereFound(BundleTools tools) {
        ToolList three = ShownTools.alone(tools);
        int all = 0;
        for (ToolDescriptor tool : three.tools()) {
            all += cost(three.listed(tool)).all();
        }
        return all;
    }

    private int count(BundleTools tools, ToolDescriptor tool) {
        return cost(tools.listed(tool)).all();
    }

    /** What clients put before a model of a listed tool. */
    ToolCost cost(ToolList.ListedTool listed) {
        byte[] bytes = Arrays.copyOfRange(listed.bytes(), listed.offset(), listed.offset() + listed.length());
        StringBuilder words = new StringBuilder();
        String schema = "";
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                if (name.equals("name") || name.equals("description")) {
                    words.append(parser.getString()).append('\n');
                } else if (name.equals("inputSchema")) {
                    schema = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                }
            }
        }
        return new ToolCost(count(words.toString()), count(schema), 0);
    }

    /** A text that ends in a line break takes as many tokens alone as before the schema. */
    private static int count(String text) {
        return Vocabulary.O200K.countTokensOrdinary(text);
    }

    /** Read when the first tool is counted, as it is large. */
    private static final class Vocabulary {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
