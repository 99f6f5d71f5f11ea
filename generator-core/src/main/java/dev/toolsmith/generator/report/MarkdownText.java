package dev.toolsmith.generator.report;

import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way for a foreign text into Markdown (GitHub Flavored Markdown 0.29, as GitHub and GitLab show it), where the
 * text must not become a link, a mention, an element or a list.
 */
final class MarkdownText {

    private static final int LONGEST = 600;
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    /** What becomes a link or a mention without any mark: addresses, {@code @name}, {@code #12}, {@code !12}. */
    private static final Pattern LINKED = Pattern.compile("(?i)(:)(?=//)|(www)(?=\\.)|([@#!])");

    private static final Pattern BEGINNING = Pattern.compile("^([-+=#:]|\\d+[.)])");
    private static final Pattern FENCES = Pattern.compile("`+");

    private MarkdownText() {}

    /** The text as it is, on one line, also where it begins a line. */
    static String of(String text) {
        String plain = cut(VisibleText.escape(text));
        String safe = SPECIAL.matcher(plain).replaceAll("\\\\$0");
        safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        safe = LINKED.matcher(safe).replaceAll("$0&#8203;");
        Matcher beginning = BEGINNING.matcher(safe);
        return beginning.find() ? "&#8203;" + safe : safe;
    }

    /** The text as code, on one line: nothing in it means anything. */
    static String code(String text) {
        String plain = cut(VisibleText.escape(text));
        int longest = FENCES.matcher(plain)
                .results()
                .mapToInt(each -> each.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        boolean needsBlank = plain.isBlank() || plain.startsWith("`") || plain.endsWith("`");
        String blank = needsBlank ? " " : "";
        return fence + blank + plain + blank + fence;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
