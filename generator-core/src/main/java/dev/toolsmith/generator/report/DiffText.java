package dev.toolsmith.generator.report;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.List;
import java.util.Locale;

/** Changes as text for a console. Characters that a console would obey or not show are escaped. */
public final class DiffText {

    private static final int LONGEST = 600;

    private final StringBuilder text = new StringBuilder();

    private DiffText() {}

    /** The changes, those of texts counted only. Lines end with {@code \n}. */
    public static String of(CatalogueDiff diff) {
        return of(diff, TextChanges.COUNTED);
    }

    /** The changes. Lines end with {@code \n}. */
    public static String of(CatalogueDiff diff, TextChanges texts) {
        DiffText written = new DiffText();
        written.line(0, diff.app() + ", from " + diff.before() + " to " + diff.after() + ": " + DiffWords.counts(diff));
        for (LevelSection section : LevelSection.of(diff)) {
            written.section(section, section.level() == Level.TEXT_ONLY && texts == TextChanges.COUNTED);
        }
        return written.text.toString();
    }

    private void section(LevelSection section, boolean counted) {
        text.append('\n');
        line(0, section.level().word().toUpperCase(Locale.ROOT) + ": " + section.meaning());
        if (counted) {
            section.countByTool()
                    .forEach((tool, count) -> line(2, toolOr(tool) + ": " + DiffWords.number(count, "text")));
            line(2, "(-Dtoolsmith.texts=true shows them)");
        } else {
            section.byTools().forEach(this::tools);
        }
    }

    private void tools(List<String> tools, List<ChangeGroup> groups) {
        List<String> named = DiffWords.named(tools);
        String number = tools.size() > 1 ? tools.size() + " tools: " : "";
        line(2, number + toolOr(String.join(", ", named)) + DiffWords.more(tools.size(), named.size()));
        groups.forEach(this::change);
    }

    private void change(ChangeGroup group) {
        line(4, "- " + group.message());
        String argument = group.first().argument();
        String at = group.first().at().map(SourcePointer::toString).orElse("");
        String place = at.isEmpty() ? "" : " at " + at + DiffWords.morePlaces(group);
        line(6, group.first().kind().word() + (argument.isEmpty() ? "" : " " + argument) + place);
    }

    private static String toolOr(String tool) {
        return tool.isEmpty() ? "all tools" : tool;
    }

    private void line(int indentation, String foreign) {
        String line = VisibleText.escape(foreign);
        String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        text.append(" ".repeat(indentation)).append(shown).append('\n');
    }
}
