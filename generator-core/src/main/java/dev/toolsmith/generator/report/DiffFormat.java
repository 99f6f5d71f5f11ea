package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.CatalogueDiff;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How changes are written down. */
public enum DiffFormat {
    /** For a console. */
    TEXT(".txt"),
    /** For a pull request. */
    MARKDOWN(".md"),
    /** For programs. */
    JSON(".json"),
    /** For a browser. */
    HTML(".html");

    private final String ending;

    DiffFormat(String ending) {
        this.ending = ending;
    }

    /** The format that is called so. */
    public static Optional<DiffFormat> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The format that files of such a name are in; text where the ending says nothing. */
    public static DiffFormat ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> lower.endsWith(each.ending))
                .findFirst()
                .orElse(TEXT);
    }

    /** The word used in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The changes in this format. JSON and HTML always have the changes of texts one by one. */
    public String write(CatalogueDiff diff, TextChanges texts) {
        return switch (this) {
            case TEXT -> DiffText.of(diff, texts);
            case MARKDOWN -> DiffMarkdown.of(diff, texts);
            case JSON -> DiffJson.of(diff);
            case HTML -> DiffHtml.of(diff);
        };
    }
}
