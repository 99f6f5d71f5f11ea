package dev.toolsmith.generator.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;

/** Which regular expressions a server checks: those that RE2 runs in linear time, neither long nor multiplied. */
public final class PatternRule {

    static final int MAX_LENGTH = 512;
    private static final long MAX_REPETITIONS = 10_000;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private PatternRule() {}

    static boolean isSupported(String pattern) {
        return compiled(pattern).isPresent();
    }

    /** The expression, ready to be asked; empty when a server would not check it. */
    public static Optional<Pattern> compiled(String pattern) {
        if (pattern.length() > MAX_LENGTH || repetitions(pattern) > MAX_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException notRe2) {
            return Optional.empty();
        }
    }

    /** The largest product of counted repetitions that stand in one another. */
    private static long repetitions(String pattern) {
        Deque<Long> open = new ArrayDeque<>();
        long inside = 1;
        long largest = 1;
        Matcher count = COUNT.matcher(pattern);
        for (int index = 0; index < pattern.length(); index++) {
            char current = pattern.charAt(index);
            if (current == '\\') {
                index++;
            } else if (current == '(') {
                open.push(inside);
                inside = 1;
            } else if (current == ')' && !open.isEmpty()) {
                long times = count.find(index + 1) && count.start() == index + 1 ? times(count) : 1;
                inside = Math.max(open.pop(), Math.min(inside * times, Integer.MAX_VALUE));
            } else if (current == '{'
                    && count.find(index)
                    && count.start() == index
                    && pattern.charAt(index - 1 < 0 ? 0 : index - 1) != ')') {
                inside = Math.max(inside, times(count));
            }
            largest = Math.max(largest, inside);
        }
        return largest;
    }

    private static long times(Matcher count) {
        long least = Long.parseLong(count.group(1));
        String most = count.group(2);
        return Math.max(1, most == null || most.isEmpty() ? least : Math.max(least, Long.parseLong(most)));
    }
}
