package dev.toolsmith.generator.emit;

import java.util.stream.Collectors;

/** The one way for a foreign text into HTML, as text or as the value of a quoted attribute. */
public final class HtmlText {

    private HtmlText() {}

    /** The text on one line, with nothing left that marks up and nothing that cannot be seen. */
    public static String escape(String text) {
        return entities(VisibleText.line(text));
    }

    /** A text of several lines, each with its indentation, for an element that keeps white space. */
    public static String block(String text) {
        return text.lines().map(HtmlText::indented).collect(Collectors.joining("\n"));
    }

    private static String indented(String line) {
        int indentation = line.length() - line.stripLeading().length();
        return " ".repeat(indentation) + escape(line);
    }

    private static String entities(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
