package dev.toolsmith.generator.read;

import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters in braces (OpenAPI 3.1, Paths Object).
 *
 * @param text the path as written
 */
record PathTemplate(String text) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    /** What makes the template unusable, if anything does. */
    Optional<String> problem() {
        if (!text.startsWith("/")) {
            return Optional.of("does not begin with '/'");
        }
        String literal = PARAMETER.matcher(text).replaceAll("");
        if (literal.contains("{") || literal.contains("}")) {
            return Optional.of("has braces that do not pair");
        }
        if (text.contains("{}")) {
            return Optional.of("has a parameter without a name");
        }
        if (new HashSet<>(parameters()).size() < parameters().size()) {
            return Optional.of("has a parameter twice");
        }
        if (literal.contains("?") || literal.contains("#") || literal.contains("\\")) {
            return Optional.of("has a query, a fragment or a backslash");
        }
        if (DOT_SEGMENT.matcher(text).find()) {
            return Optional.of("has a segment '.' or '..'");
        }
        boolean odd = !VisibleText.strip(text).equals(text) || text.chars().anyMatch(Character::isWhitespace);
        return odd ? Optional.of("has blanks or characters that nobody sees") : Optional.empty();
    }

    /** The names in braces, in order. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The template with all names taken out of the braces: equal when two templates match the same requests. */
    String shape() {
        return PARAMETER.matcher(text).replaceAll("{}");
    }
}
