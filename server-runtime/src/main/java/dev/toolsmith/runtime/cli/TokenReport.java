package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListedTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tools cost a model's context, with what each part of it costs, by tool, by tag and in all. */
final class TokenReport {

    private static final int WIDTH = 7;

    private final Map<String, ToolCost> byTool = new LinkedHashMap<>();
    private final Map<String, ToolCost> byTag = new TreeMap<>();
    private final boolean withAccount;

    /**
     * Counts tools.
     *
     * @param exact their listing as it is for an account, if one was read
     */
    private TokenReport(ToolList tools, Optional<ListedTool> exact) {
        withAccount = exact.isPresent();
        ToolTokens counter = new ToolTokens();
        Map<String, ListedTool> listed = exact.map(ListedTools::byName).orElse(Map.of());
        for (ToolDescriptor tool : tools.tools()) {
            ToolCost published = counter.cost(tools.listed(tool));
            ToolCost cost = Optional.ofNullable(listed.get(tool.name()))
                    .map(now -> published.listedAs(counter.cost(now)))
                    .orElse(published);
            byTool.put(tool.name(), cost);
            byTag.merge(tool.tag(), cost, ToolCost::plus);
        }
    }

    /** The report on tools as they are published. */
    static String of(ToolList tools) {
        return new TokenReport(tools, Optional.empty()).text();
    }

    /**
     * The report on tools as they are for an account.
     *
     * @param exact their listing for it
     */
    static String of(BundleTools tools, ListedTool exact) {
        return new TokenReport(tools, Optional.of(exact)).text();
    }

    /** A heading, a line a tool, a line a tag, and the sum. */
    private String text() {
        StringBuilder text = new StringBuilder("o200k tokens of each tool's name, description and input schema")
                .append(withAccount ? ", with what this account adds" : "")
                .append("\n\n");
        number(text, "all");
        number(text, "words");
        number(text, "schema");
        if (withAccount) {
            number(text, "account");
        }
        text.append('\n');
        byTool.forEach((name, cost) -> line(text, cost, name));
        text.append('\n');
        byTag.forEach((tag, cost) -> line(text, cost, "tag " + tag));
        text.append('\n');
        line(
                text,
                byTool.values().stream().reduce(ToolCost.NOTHING, ToolCost::plus),
                "all " + byTool.size() + " tools, in o200k tokens");
        return text.toString();
    }

    private void line(StringBuilder text, ToolCost cost, String what) {
        number(text, Integer.toString(cost.all()));
        number(text, Integer.toString(cost.words()));
        number(text, Integer.toString(cost.schema()));
        if (withAccount) {
            number(text, Integer.toString(cost.account()));
        }
        text.append("  ").append(what).append('\n');
    }

    private static void number(StringBuilder text, String number) {
        text.append(" ".repeat(Math.max(1, WIDTH - number.length()))).append(number);
    }
}
