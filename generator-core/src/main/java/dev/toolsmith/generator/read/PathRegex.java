package dev.toolsmith.generator.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The regular expressions of JSONPath filters (RFC 9485); one that is none matches nothing (RFC 9535, 2.4.6). */
final class PathRegex {

    private PathRegex() {}

    static boolean matches(boolean whole, String text, String regex) {
        try {
            Matcher matcher = Pattern.compile(regex).matcher(text);
            return whole ? matcher.matches() : matcher.find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
