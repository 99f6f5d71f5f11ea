package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps the tools that the user includes and does not exclude. */
final class ToolFilter {

    private static final SourcePointer CONFIGURATION = new SourcePointer("configuration", "");

    private final List<String> include;
    private final List<String> exclude;
    private final Findings findings;

    private ToolFilter(List<String> include, List<String> exclude, Findings findings) {
        this.include = include;
        this.exclude = exclude;
        this.findings = findings;
    }

    static ToolFilter of(PlanOptions options, Findings findings) {
        return new ToolFilter(options.include(), options.exclude(), findings);
    }

    List<ToolModel> kept(List<ToolModel> tools) {
        reportUseless(include, "include", tools);
        reportUseless(exclude, "exclude", tools);
        return tools.stream()
                .filter(tool -> include.isEmpty() || matchesAny(include, tool))
                .filter(tool -> !matchesAny(exclude, tool))
                .toList();
    }

    private void reportUseless(List<String> filters, String member, List<ToolModel> tools) {
        for (String filter : filters) {
            if (tools.stream().noneMatch(tool -> matches(filter, tool))) {
                findings.error(
                        "filter-without-match",
                        CONFIGURATION.member(member),
                        "No tool is named '" + PlainText.cut(PlainText.of(filter), 80) + "'",
                        "Use a tool's name, with * for any characters.");
            }
        }
    }

    private static boolean matchesAny(List<String> filters, ToolModel tool) {
        return filters.stream().anyMatch(filter -> matches(filter, tool));
    }

    private static boolean matches(String filter, ToolModel tool) {
        String regex = Pattern.quote(filter).replace("*", "\\E.*\\Q");
        return tool.name().value().matches(regex);
    }
}
