package dev.toolsmith.sandbox.desk;

import java.util.regex.Pattern;

/** The little Markdown that notes hold: headings, lists, emphasis, code and links. */
public final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+");
    private static final Pattern BULLET = Pattern.compile("(?m)^(\\s*)[*+]\\s+");
    private static final Pattern MARKER = Pattern.compile("(?m)^(\\s*)(?:[-*+]|\\d+\\.)\\s+");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern EMPHASIS =
            Pattern.compile("(\\*\\*|__|~~|`|\\*|(?<![\\p{Alnum}])_|_(?![\\p{Alnum}]))");
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]#])");

    private Markdown() {}

    /** Markdown without trailing blanks and with one sign for bullets. */
    public static String normal(String markdown) {
        return BULLET.matcher(markdown.replace("\r\n", "\n").strip()).replaceAll("$1- ");
    }

    /** The text of Markdown without its markup. */
    public static String plain(String markdown) {
        String text = HEADING.matcher(normal(markdown)).replaceAll("");
        text = MARKER.matcher(text).replaceAll("$1");
        text = LINK.matcher(text).replaceAll("$1");
        return EMPHASIS.matcher(text).replaceAll("");
    }

    /** Plain text as Markdown that shows it as it is. */
    public static String escaped(String plain) {
        return SPECIAL.matcher(plain).replaceAll("\\\\$1");
    }
}
