package dev.toolsmith.generator.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The regular expressions of JSONPath filters (RFC 9485); one that is none matches nothing (RFC 9535, 2.4.6). */
final class PathRegex {

    private PathRegex() {}

    static boolean matches(boolean whole, String text, String regex) {
        try {
            Matcher matcher = Pattern.compile(translated(regex)).matcher(text);
            return whole ? matcher.matches() : matcher.find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** The expression with every {@code .} outside of brackets matching all but line feed and carriage return. */
    private static String translated(String regex) {
        StringBuilder translated = new StringBuilder();
        boolean inBrackets = false;
        for (int i = 0; i < regex.length(); i++) {
            char each = regex.charAt(i);
            if (each == '\\' && i + 1 < regex.length()) {
                translated.append(each).append(regex.charAt(++i));
                continue;
            }
            inBrackets = each == '[' || (inBrackets && each != ']');
            translated.append(each == '.' && !inBrackets ? "[^\\n\\r]" : String.valueOf(each));
        }
        return translated.toString();
    }
}
