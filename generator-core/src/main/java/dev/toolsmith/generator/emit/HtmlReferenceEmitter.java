package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tool reference as one HTML page that needs nothing else: no script, no other file, no network. */
final class HtmlReferenceEmitter implements Emitter {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Tools of %1$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
            article { border-top: 1px solid #8886; margin-top: 1.5rem; }
            nav ul { columns: 20rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
            dt { font-weight: 600; }
            dd { margin: 0; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { border: 1px solid #8886; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
            </style>
            </head>
            <body>
            <h1>Tools of %1$s</h1>
            <p>%1$s %2$s. Tools: %3$d.</p>
            <nav>
            %4$s</nav>
            <main>
            %5$s</main>
            </body>
            </html>
            """;

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        Map<String, List<ToolModel>> byTag = ToolFacts.byTag(catalog);
        String page = PAGE.formatted(
                escape(catalog.title()),
                escape(catalog.version()),
                catalog.tools().size(),
                each(byTag, HtmlReferenceEmitter::contents),
                each(byTag, HtmlReferenceEmitter::section));
        return Stream.of(new SourceFile(SourceFile.Kind.REPORT, catalog.app() + "-tools.html", page));
    }

    private static String each(
            Map<String, List<ToolModel>> byTag, java.util.function.BiFunction<String, List<ToolModel>, String> part) {
        return byTag.entrySet().stream()
                .map(group -> part.apply(group.getKey(), group.getValue()))
                .collect(Collectors.joining());
    }

    private static String contents(String tag, List<ToolModel> tools) {
        String links = tools.stream()
                .map(tool -> "<li><a href=\"#%1$s\"><code>%1$s</code></a></li>\n".formatted(tool.name()))
                .collect(Collectors.joining());
        return "<h2>%s</h2>\n<ul>\n%s</ul>\n".formatted(escape(tag), links);
    }

    private static String section(String tag, List<ToolModel> tools) {
        String articles = tools.stream().map(HtmlReferenceEmitter::article).collect(Collectors.joining());
        return "<section>\n<h2>%s</h2>\n%s</section>\n".formatted(escape(tag), articles);
    }

    private static String article(ToolModel tool) {
        String description = VisibleText.paragraphs(tool.description()).stream()
                .map(paragraph -> "<p>" + escape(paragraph) + "</p>\n")
                .collect(Collectors.joining());
        String facts = ToolFacts.of(tool).entrySet().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n".formatted(fact.getKey(), escape(fact.getValue())))
                .collect(Collectors.joining());
        return "<article id=\"%1$s\">\n<h3><code>%1$s</code></h3>\n<p><strong>%2$s</strong></p>\n%3$s<dl>\n%4$s</dl>\n%5$s</article>\n"
                .formatted(tool.name(), escape(tool.title()), description, facts, arguments(ArgumentRow.of(tool)));
    }

    private static String arguments(List<ArgumentRow> arguments) {
        if (arguments.isEmpty()) {
            return "";
        }
        String rows = arguments.stream().map(HtmlReferenceEmitter::row).collect(Collectors.joining());
        return "<table>\n<tr><th>Argument<th>Type<th>In<th>Required<th>Description</tr>\n%s</table>\n".formatted(rows);
    }

    private static String row(ArgumentRow argument) {
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        escape(argument.name()),
                        escape(argument.type()),
                        argument.place(),
                        argument.required() ? "yes" : "no",
                        escape(argument.description()));
    }

    /** The one way for a text of a description into HTML, as text or as an attribute's value. */
    static String escape(String text) {
        return VisibleText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
