package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.diagnose.VisibleText;
import dev.toolsmith.generator.emit.HtmlPage;
import dev.toolsmith.generator.emit.HtmlText;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as one HTML page that needs nothing else: no script, no other file, no network. */
public final class DiffHtml {

    private final StringBuilder page = new StringBuilder();

    private DiffHtml() {}

    /** All changes. */
    public static String of(CatalogueDiff diff) {
        DiffHtml written = new DiffHtml();
        written.body(diff);
        return HtmlPage.of("Changes of the tools of " + diff.app(), written.page.toString());
    }

    private void body(CatalogueDiff diff) {
        List<LevelSection> sections = LevelSection.of(diff);
        page.append("<h1>Changes of the tools of ").append(escape(diff.app())).append("</h1>\n<p>From ");
        page.append(escape(diff.before()))
                .append(" to ")
                .append(escape(diff.after()))
                .append(": ");
        page.append(DiffWords.counts(diff)).append(".</p>\n<main>\n");
        sections.forEach(this::section);
        page.append("</main>\n");
    }

    private void section(LevelSection section) {
        String word = section.level().word();
        page.append("<section id=\"")
                .append(word)
                .append("\">\n<h2><span class=\"mark ")
                .append(word)
                .append("\">");
        page.append(word)
                .append("</span> <small>")
                .append(section.changes().size())
                .append(": ");
        page.append(section.meaning()).append("</small></h2>\n");
        section.byTools().forEach(this::tools);
        page.append("</section>\n");
    }

    private void tools(List<String> tools, List<ChangeGroup> groups) {
        page.append("<article>\n<h3>");
        if (tools.isEmpty()) {
            page.append("All tools");
        } else if (tools.size() > 1) {
            page.append(tools.size()).append(" tools");
        } else {
            page.append(code(tools.get(0)));
        }
        page.append("</h3>\n");
        if (tools.size() > 1) {
            page.append("<p>").append(codes(tools)).append("</p>\n");
        }
        page.append("<ul>\n");
        groups.forEach(this::change);
        page.append("</ul>\n</article>\n");
    }

    private void change(ChangeGroup group) {
        Change first = group.first();
        page.append("<li>").append(escape(group.message())).append("\n<dl>\n");
        fact("Kind", escape(first.kind().word()));
        if (!first.argument().isEmpty()) {
            fact("Argument", code(first.argument()));
        }
        if (!first.before().isEmpty()) {
            fact("Before", "<del>" + escape(first.before()) + "</del>");
        }
        if (!first.after().isEmpty()) {
            fact("After", "<ins>" + escape(first.after()) + "</ins>");
        }
        List<String> places = group.changes().stream()
                .flatMap(each -> each.at().stream())
                .map(Object::toString)
                .distinct()
                .toList();
        if (!places.isEmpty()) {
            fact("Stands at", places.stream().map(DiffHtml::code).collect(Collectors.joining("<br>\n")));
        }
        page.append("</dl></li>\n");
    }

    private void fact(String label, String html) {
        page.append("<dt>").append(label).append("</dt><dd>").append(html).append("</dd>\n");
    }

    private static String codes(List<String> tools) {
        return tools.stream().map(DiffHtml::code).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    /** What cannot be seen is shown as an escape, for two texts may differ in nothing else. */
    private static String escape(String text) {
        return HtmlText.escape(VisibleText.escape(text));
    }
}
