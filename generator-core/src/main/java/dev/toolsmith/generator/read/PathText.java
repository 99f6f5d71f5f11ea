package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a JSONPath query, read from left to right (tokens of RFC 9535). */
final class PathText {

    private static final Pattern MEMBER_NAME =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][0-9A-Za-z_\\x{80}-\\x{10FFFF}]*");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern FOUR_HEX = Pattern.compile("[0-9A-Fa-f]{4}");
    private static final long MAX_INTEGER = (1L << 53) - 1; // RFC 7493
    private static final int MAX_DEPTH = 50;

    /** A rule of the grammar that may contain itself. */
    interface Rule<T> {
        T read() throws PathSyntaxException;
    }

    private final String text;
    private int next;
    private int depth;

    PathText(String text) {
        this.text = text;
    }

    int mark() {
        return next;
    }

    void reset(int mark) {
        next = mark;
    }

    void skipBlanks() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
    }

    boolean at(char expected) {
        return next < text.length() && text.charAt(next) == expected;
    }

    boolean atQuote() {
        return at('\'') || at('"');
    }

    boolean take(String expected) {
        boolean taken = text.startsWith(expected, next);
        next += taken ? expected.length() : 0;
        return taken;
    }

    void expect(String expected) throws PathSyntaxException {
        if (!take(expected)) {
            throw fault("'" + expected + "' is missing");
        }
    }

    void expectEnd() throws PathSyntaxException {
        if (next < text.length()) {
            throw fault("unexpected '" + text.charAt(next) + "'");
        }
    }

    <T> T nested(Rule<T> rule) throws PathSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw fault("nested deeper than " + MAX_DEPTH + " levels");
        }
        T read = rule.read();
        depth--;
        return read;
    }

    String memberName() throws PathSyntaxException {
        return token(MEMBER_NAME).orElseThrow(() -> fault("a member name is missing"));
    }

    Optional<Long> integer() throws PathSyntaxException {
        Optional<Long> integer = token(INTEGER).map(Long::valueOf);
        if (integer.isPresent() && Math.abs(integer.get()) > MAX_INTEGER) {
            throw fault("an integer is too large");
        }
        return integer;
    }

    JsonNode number() throws PathSyntaxException {
        String number = token(NUMBER).orElseThrow(() -> fault("a value is missing"));
        try {
            return Scalars.number(number, new Position(1, next));
        } catch (TreeFault e) {
            throw fault(e.text());
        }
    }

    String quoted() throws PathSyntaxException {
        char quote = text.charAt(next++);
        StringBuilder value = new StringBuilder();
        while (next < text.length() && text.charAt(next) != quote) {
            char each = text.charAt(next++);
            if (each < 0x20) {
                throw fault("a control character is not escaped");
            }
            value.append(each == '\\' ? escaped(quote) : each);
        }
        expect(String.valueOf(quote));
        if (value.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
            throw fault("a surrogate stands alone");
        }
        return value.toString();
    }

    PathSyntaxException fault(String problem) {
        return new PathSyntaxException(problem, next);
    }

    private char escaped(char quote) throws PathSyntaxException {
        if (next >= text.length()) {
            throw fault("an escape is not finished");
        }
        char letter = text.charAt(next++);
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '/', '\\' -> letter;
            case 'u' -> unicode();
            default -> {
                if (letter == quote) {
                    yield letter;
                }
                throw fault("unknown escape '\\" + letter + "'");
            }
        };
    }

    private char unicode() throws PathSyntaxException {
        String digits = token(FOUR_HEX).orElseThrow(() -> fault("four hex digits are missing"));
        return (char) Integer.parseInt(digits, 16);
    }

    private Optional<String> token(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(next, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        next = matcher.end();
        return Optional.of(matcher.group());
    }
}
