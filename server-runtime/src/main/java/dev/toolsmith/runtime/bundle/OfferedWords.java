package dev.toolsmith.runtime.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of texts what names tools that are not offered: whole sentences, and of a sentence that semicolons divide the
 * parts alone. What would be empty then keeps its words, without the names. Used before a server's first answer, so without
 * regular expressions.
 */
final class OfferedWords {

    private static final String NAMELESS = "a tool that is not offered";
    private static final String BETWEEN = "; ";

    private final Set<String> hidden;

    /** Words that leave out these tools. */
    OfferedWords(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** Whether any text may have to be changed. */
    boolean hidesAny() {
        return !hidden.isEmpty();
    }

    /** A text as it may be told; the same object when nothing is left out. */
    String told(String text) {
        if (!namesHidden(text)) {
            return text;
        }
        StringBuilder told = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = sentenceEnd(text, from);
            int next = end;
            while (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            String sentence = text.substring(from, end);
            String left = namesHidden(sentence) ? clauses(sentence) : sentence;
            String blank = text.substring(end, next);
            if (!left.isEmpty()) {
                told.append(left).append(blank);
            } else if (blank.indexOf('\n') >= 0) {
                endLine(told, blank);
            }
            from = next;
        }
        String left = told.toString().strip();
        return left.isEmpty() ? nameless(text) : left;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** The line of what was left out ends all the same when something of it is left. */
    private static void endLine(StringBuilder told, String blank) {
        int length = told.length();
        while (length > 0 && told.charAt(length - 1) == ' ') {
            length--;
        }
        if (length > 0 && told.charAt(length - 1) != '\n') {
            told.setLength(length);
            told.append(blank);
        }
    }

    /** Where a sentence ends that begins somewhere: behind its last sign, or at the line's end. */
    private static int sentenceEnd(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return at;
            }
            boolean last = at + 1 == text.length() || isBlank(text.charAt(at + 1));
            if (last && (c == '?' || c == '!' || (c == '.' && !isShortForm(text, from, at)))) {
                return at + 1;
            }
        }
        return text.length();
    }

    /** Whether a full stop ends a short form within a sentence, such as "e.g.". */
    private static boolean isShortForm(String text, int from, int stop) {
        int begin = stop;
        while (begin > from && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        String word = text.substring(begin, stop);
        return word.equals("cf")
                || word.equals("vs")
                || (word.length() == 1 && begin > from && text.charAt(begin - 1) == '.');
    }

    private String clauses(String sentence) {
        List<String> parts = parts(sentence);
        List<String> left = new ArrayList<>(parts.size());
        for (String part : parts) {
            if (!isWhole(part)) {
                return "";
            }
            if (!namesHidden(part)) {
                left.add(part);
            }
        }
        if (left.isEmpty()) {
            return "";
        }
        String told = String.join(BETWEEN, left);
        if (!left.get(0).equals(parts.get(0))) {
            told = begun(told, sentence);
        }
        char last = sentence.charAt(sentence.length() - 1);
        boolean ended = ".?!".indexOf(last) < 0 || told.charAt(told.length() - 1) == last;
        return ended ? told : told + last;
    }

    private static List<String> parts(String sentence) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = sentence.indexOf(BETWEEN); at >= 0; at = sentence.indexOf(BETWEEN, from)) {
            parts.add(sentence.substring(from, at));
            from = at + BETWEEN.length();
        }
        parts.add(sentence.substring(from));
        return parts;
    }

    /** Whether no bracket and no quotation mark is open at its end: one that is not can be left out by itself. */
    private static boolean isWhole(String part) {
        int round = 0;
        int square = 0;
        int quotes = 0;
        int code = 0;
        for (int at = 0; at < part.length(); at++) {
            switch (part.charAt(at)) {
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                case '"' -> quotes++;
                case '`' -> code++;
                default -> {
                    // Opens and closes nothing.
                }
            }
        }
        return round == 0 && square == 0 && quotes % 2 == 0 && code % 2 == 0;
    }

    /** Begins with a capital where the whole sentence did, unless the first word is a name. */
    private static String begun(String told, String sentence) {
        int end = 0;
        while (end < told.length() && isOfName(told.charAt(end))) {
            end++;
        }
        boolean word = end > 0 && !isName(told, 0, end) && Character.isLowerCase(told.charAt(0));
        return word && Character.isUpperCase(sentence.charAt(0))
                ? Character.toUpperCase(told.charAt(0)) + told.substring(1)
                : told;
    }

    private boolean namesHidden(String text) {
        return hiddenName(text, 0) >= 0;
    }

    /** Where the first name of a hidden tool begins; -1 for none. */
    private int hiddenName(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (isOfName(text.charAt(at))) {
                int end = nameEnd(text, at);
                if (isName(text, at, end) && hidden.contains(text.substring(at, end))) {
                    return at;
                }
                at = end;
            }
        }
        return -1;
    }

    private String nameless(String text) {
        StringBuilder told = new StringBuilder(text.length());
        int from = 0;
        for (int at = hiddenName(text, 0); at >= 0; at = hiddenName(text, from)) {
            told.append(text, from, at).append(NAMELESS);
            from = nameEnd(text, at);
        }
        return told.append(text, from, text.length()).toString();
    }

    private static int nameEnd(String text, int begin) {
        int end = begin;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Whether a word can be nothing but a name: a tool that is called like a word of the language is not told from it. */
    private static boolean isName(String text, int begin, int end) {
        for (int at = begin + 1; at < end; at++) {
            char c = text.charAt(at);
            if (c == '_' || c == '-' || (c >= 'A' && c <= 'Z')) {
                return true;
            }
        }
        return false;
    }
}
