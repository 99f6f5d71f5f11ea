package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the tool reference as Markdown. */
final class MarkdownReferenceEmitter implements Emitter {

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        return Stream.of(new SourceFile(SourceFile.Kind.REPORT, catalog.app() + "-tools.md", page(catalog)));
    }

    private static String page(ToolCatalog catalog) {
        StringBuilder page = new StringBuilder();
        page.append("# Tools of ").append(escape(catalog.title())).append("\n\n");
        page.append(escape(catalog.title() + " " + catalog.version()));
        page.append(". Tools: ").append(catalog.tools().size()).append(".\n");
        for (Map.Entry<String, List<ToolModel>> group : ToolFacts.byTag(catalog).entrySet()) {
            page.append("\n## ").append(escape(group.getKey())).append('\n');
            group.getValue().forEach(tool -> append(page, tool));
        }
        return page.toString();
    }

    private static void append(StringBuilder page, ToolModel tool) {
        page.append("\n### `").append(tool.name()).append("`\n");
        page.append("\n**").append(escape(tool.title())).append("**\n");
        VisibleText.paragraphs(tool.description())
                .forEach(paragraph ->
                        page.append('\n').append(paragraph(paragraph)).append('\n'));
        page.append('\n');
        ToolFacts.of(tool)
                .forEach((label, fact) -> page.append("- ")
                        .append(label)
                        .append(": ")
                        .append(escape(fact))
                        .append('\n'));
        List<ArgumentRow> arguments = ArgumentRow.of(tool);
        if (!arguments.isEmpty()) {
            page.append("\n| Argument | Type | In | Required | Description |\n|---|---|---|---|---|\n");
            arguments.forEach(argument -> append(page, argument));
        }
    }

    private static void append(StringBuilder page, ArgumentRow argument) {
        String required = argument.required() ? "yes" : "no";
        List<String> cells = List.of(
                escape(argument.name()),
                escape(argument.type()),
                argument.place(),
                required,
                escape(argument.description()));
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A text that begins a line, where some characters mean more than elsewhere. */
    private static String paragraph(String text) {
        String escaped = escape(text);
        return escaped.matches("(?s)([-+=#~:]|\\d+[.)]).*") ? escaped.replaceFirst("([-+=#~:.)])", "\\\\$1") : escaped;
    }

    /** The one way for a text of a description into Markdown: on one line, with nothing left that marks up. */
    static String escape(String text) {
        return VisibleText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1");
    }
}
