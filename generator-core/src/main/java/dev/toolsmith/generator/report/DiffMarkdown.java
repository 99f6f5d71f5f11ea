package dev.toolsmith.generator.report;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Changes as Markdown, for the description of a pull request. */
public final class DiffMarkdown {

    private final StringBuilder page = new StringBuilder();

    private DiffMarkdown() {}

    /** The changes, those of texts counted only. */
    public static String of(CatalogueDiff diff) {
        return of(diff, TextChanges.COUNTED);
    }

    /** The changes. */
    public static String of(CatalogueDiff diff, TextChanges texts) {
        DiffMarkdown written = new DiffMarkdown();
        written.page
                .append("# Changes of the tools of ")
                .append(MarkdownText.of(diff.app()))
                .append("\n\nFrom ")
                .append(MarkdownText.of(diff.before()))
                .append(" to ")
                .append(MarkdownText.of(diff.after()))
                .append(": ")
                .append(DiffWords.counts(diff))
                .append(".\n");
        for (LevelSection section : LevelSection.of(diff)) {
            written.section(section, section.level() == Level.TEXT_ONLY && texts == TextChanges.COUNTED);
        }
        return written.page.toString();
    }

    private void section(LevelSection section, boolean counted) {
        String word = section.level().word();
        String heading = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        page.append("\n## ")
                .append(heading)
                .append(" (")
                .append(section.changes().size())
                .append(")\n");
        page.append("\nThis means: ").append(section.meaning()).append(".\n");
        if (counted) {
            counted(section);
        } else {
            section.byTools().forEach(this::tools);
        }
    }

    private void counted(LevelSection section) {
        page.append('\n');
        section.countByTool()
                .forEach((tool, count) -> page.append("- ")
                        .append(tool.isEmpty() ? "all tools" : MarkdownText.code(tool))
                        .append(": ")
                        .append(DiffWords.number(count, "text"))
                        .append('\n'));
    }

    private void tools(List<String> tools, List<ChangeGroup> groups) {
        List<String> named = DiffWords.named(tools);
        String names = named.stream().map(MarkdownText::code).collect(Collectors.joining(", "));
        page.append("\n### ");
        if (tools.size() > 1) {
            page.append(tools.size()).append(" tools: ");
        }
        page.append(tools.isEmpty() ? "All tools" : names).append(DiffWords.more(tools.size(), named.size()));
        page.append("\n\n");
        groups.forEach(this::change);
    }

    private void change(ChangeGroup group) {
        page.append("- ").append(MarkdownText.of(group.message())).append(" (");
        page.append(MarkdownText.code(group.first().kind().word()));
        String argument = group.first().argument();
        if (!argument.isEmpty()) {
            page.append(' ').append(MarkdownText.code(argument));
        }
        group.first()
                .at()
                .map(SourcePointer::toString)
                .ifPresent(
                        at -> page.append(" at ").append(MarkdownText.code(at)).append(DiffWords.morePlaces(group)));
        page.append(")\n");
    }
}
