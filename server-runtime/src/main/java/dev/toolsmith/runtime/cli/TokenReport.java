package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import java.util.Map;

/** What tools cost a model's context: the o200k tokens of each one's name, description and input schema. */
final class TokenReport {

    private TokenReport() {}

    /** A heading, a line a tool, a line a tag, and the sum. */
    static String of(BundleTools tools) {
        Map<String, Integer> byTool = new ToolTokens().byTool(tools);
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

    private static void line(StringBuilder text, int tokens, String what) {
        String number = Integer.toString(tokens);
        text.append(" ".repeat(Math.max(0, 7 - number.length())))
                .append(number)
                .append("  ")
                .append(what)
                .append('\n');
    }
}
