package dev.toolsmith.generator.emit;

/** A Java string literal: the only way for a text of a description into Java source. */
final class JavaLiteral {

    private JavaLiteral() {}

    /**
     * A literal that javac reads back as exactly this text, whatever stands in it. Only printable ASCII comes out.
     *
     * <p>Control characters become octal escapes, never Unicode ones: javac undoes those before it looks for the end of
     * the literal.
     */
    static String of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(literal, text.charAt(i));
        }
        return literal.append('"').toString();
    }

    private static void append(StringBuilder literal, char c) {
        switch (c) {
            case '"' -> literal.append("\\\"");
            case '\\' -> literal.append("\\\\");
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            default -> {
                if (c >= ' ' && c < 0x7f) {
                    literal.append(c);
                } else if (c < 0x80) {
                    literal.append('\\').append(digits(c, 3, 8));
                } else {
                    literal.append("\\u").append(digits(c, 4, 16));
                }
            }
        }
    }

    private static String digits(char c, int count, int radix) {
        String digits = Integer.toString(c, radix);
        return "0".repeat(count - digits.length()) + digits;
    }
}
