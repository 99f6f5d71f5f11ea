package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolClass;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tool reference as one HTML page that needs nothing else. Its script narrows the page to the words typed; without
 * it everything is there to read.
 */
public final class HtmlReference {

    private static final String SCRIPT = "reference.js";
    private static final String SEARCH = """
            <form id="page-search" role="search" hidden>
            <label>Search <input type="search" id="page-words" autocomplete="off" placeholder="names, arguments, tags, scopes"></label>
            <label>Class <select id="page-class"><option value="">all<option>read<option>write<option>custom</select></label>
            <output id="page-found"></output>
            </form>
            """;

    private final ToolCatalog catalog;
    private final Map<ToolName, Integer> tokens;
    private final StringBuilder page = new StringBuilder(1 << 16);

    private HtmlReference(ToolCatalog catalog, Map<ToolName, Integer> tokens) {
        this.catalog = catalog;
        this.tokens = tokens;
    }

    /**
     * The page.
     *
     * @param catalog the tools
     * @param tokens what each tool costs a model's context; empty when that is not told
     */
    public static String of(ToolCatalog catalog, Map<ToolName, Integer> tokens) {
        HtmlReference reference = new HtmlReference(catalog, tokens);
        reference.body();
        return HtmlPage.of("Tools of " + catalog.title(), reference.page.toString(), Optional.of(SCRIPT));
    }

    private void body() {
        Map<String, List<ToolModel>> byTag = ToolFacts.byTag(catalog);
        page.append("<header>\n<h1>Tools of ").append(escape(catalog.title())).append("</h1>\n");
        page.append("<p>").append(escape(catalog.title() + " " + catalog.version() + ". " + counts()));
        page.append("</p>\n").append(SEARCH).append("</header>\n<nav aria-label=\"Tools by tag\">\n");
        byTag.forEach(this::contents);
        page.append("</nav>\n<main>\n");
        byTag.forEach(this::section);
        page.append("</main>\n");
    }

    private String counts() {
        Map<ToolClass, Long> counts = catalog.tools().stream()
                .collect(Collectors.groupingBy(
                        ToolModel::toolClass, () -> new EnumMap<>(ToolClass.class), Collectors.counting()));
        List<String> classes = new ArrayList<>();
        counts.forEach((toolClass, count) -> classes.add(count + " " + toolClass.word()));
        String all = "Tools: " + catalog.tools().size();
        String ofClasses = classes.isEmpty() ? "" : " (" + String.join(", ", classes) + ")";
        String size = tokens.isEmpty() ? "" : " " + size(catalog.tools()) + " in all, by o200k.";
        return all + ofClasses + "." + size;
    }

    private void contents(String tag, List<ToolModel> tools) {
        page.append("<section>\n<h2>").append(escape(tag));
        note(tools);
        page.append("</h2>\n<ul>\n");
        for (ToolModel tool : tools) {
            page.append("<li data-tool=\"").append(tool.name()).append("\"><a href=\"#");
            page.append(tool.name()).append("\"><code>").append(tool.name()).append("</code></a>");
            note(List.of(tool));
            page.append("</li>\n");
        }
        page.append("</ul>\n</section>\n");
    }

    /** The size of tools, where it is told. */
    private void note(List<ToolModel> tools) {
        if (!tokens.isEmpty()) {
            page.append(" <small>").append(size(tools)).append("</small>");
        }
    }

    private String size(List<ToolModel> tools) {
        int sum = tools.stream()
                .mapToInt(tool -> tokens.getOrDefault(tool.name(), 0))
                .sum();
        return String.format(Locale.ROOT, "%,d", sum) + (sum == 1 ? " token" : " tokens");
    }

    private void section(String tag, List<ToolModel> tools) {
        page.append("<section>\n<h2>").append(escape(tag)).append("</h2>\n");
        tools.forEach(this::article);
        page.append("</section>\n");
    }

    private void article(ToolModel tool) {
        page.append("<article id=\"").append(tool.name()).append("\" data-class=\"");
        page.append(tool.toolClass().word()).append("\">\n<h3><a href=\"#").append(tool.name());
        page.append("\"><code>").append(tool.name()).append("</code></a>");
        marks(tool);
        page.append("</h3>\n<p><strong>").append(escape(tool.title())).append("</strong></p>\n");
        for (String paragraph : VisibleText.paragraphs(tool.description())) {
            page.append("<p>").append(escape(paragraph)).append("</p>\n");
        }
        facts(tool);
        arguments(NestedArguments.of(tool));
        ExampleArguments.of(tool).ifPresent(this::example);
        page.append("</article>\n");
    }

    private void marks(ToolModel tool) {
        mark(tool.toolClass().word(), tool.toolClass().word());
        if (tool.hints().readOnly()) {
            mark("read", "read-only");
        }
        if (tool.hints().destructive()) {
            mark("destructive", "destructive");
        }
    }

    private void mark(String look, String word) {
        page.append(" <span class=\"mark ")
                .append(look)
                .append("\">")
                .append(word)
                .append("</span>");
    }

    private void facts(ToolModel tool) {
        page.append("<dl>\n");
        ToolFacts.of(tool).forEach(this::fact);
        if (!tokens.isEmpty()) {
            fact("Size", size(List.of(tool)));
        }
        page.append("</dl>\n");
    }

    private void fact(String label, String value) {
        page.append("<dt>").append(label).append("</dt><dd>");
        page.append(label.equals("Request") ? "<code>" + escape(value) + "</code>" : escape(value));
        page.append("</dd>\n");
    }

    private void arguments(List<ArgumentRow> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        page.append("<div class=\"wide\"><table>\n");
        page.append("<tr><th>Argument</th><th>Type</th><th>In</th><th>Required</th><th>Description</th></tr>\n");
        arguments.forEach(this::row);
        page.append("</table></div>\n");
    }

    private void row(ArgumentRow argument) {
        page.append("<tr><td><code>").append(escape(argument.name())).append("</code></td><td>");
        page.append(escape(argument.type()))
                .append("</td><td>")
                .append(argument.place())
                .append("</td><td>");
        page.append(argument.required() ? "yes" : "no").append("</td><td>");
        page.append(escape(argument.description())).append("</td></tr>\n");
    }

    private void example(String arguments) {
        page.append("<p>The least that a call says:</p>\n<pre><code>");
        page.append(HtmlText.block(arguments)).append("</code></pre>\n");
    }

    private static String escape(String text) {
        return HtmlText.escape(text);
    }
}
