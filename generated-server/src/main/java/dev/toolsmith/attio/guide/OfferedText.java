package dev.toolsmith.attio.guide;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.context.ContextScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A written text for one caller: lines that name a tool which the caller is not offered are left out, as are lines with a
 * blank that is not filled in; numbered lines are numbered anew. A tool stands between backquotes, a blank between braces.
 */
final class OfferedText {

    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+)}");
    private static final String NUMBERED = "1. ";

    private final BundleTools whole;
    private final ContextScope scope;

    OfferedText(ContextScope scope) {
        this.whole = scope.offered().whole();
        this.scope = scope;
    }

    /**
     * A text of this package.
     *
     * @param blanks what blanks are filled with, by their names
     */
    String of(String file, Map<String, String> blanks) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String line : written(file).lines().toList()) {
            if (isOffered(line) && isFilled(line, blanks)) {
                boolean numbered = line.startsWith(NUMBERED);
                number = numbered ? number + 1 : line.isBlank() ? 0 : number;
                String shown = numbered ? number + ". " + line.substring(NUMBERED.length()) : line;
                text.append(filled(shown, blanks)).append('\n');
            }
        }
        return text.toString().strip();
    }

    private boolean isOffered(String line) {
        Matcher names = NAME.matcher(line);
        while (names.find()) {
            String name = names.group(1);
            if (whole.find(name).isPresent() && !scope.offers(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFilled(String line, Map<String, String> blanks) {
        Matcher found = BLANK.matcher(line);
        while (found.find()) {
            if (blanks.getOrDefault(found.group(1), "").isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String filled(String line, Map<String, String> blanks) {
        return BLANK.matcher(line)
                .replaceAll(blank -> Matcher.quoteReplacement(PlainText.of(blanks.getOrDefault(blank.group(1), ""))));
    }

    private static String written(String file) {
        try (InputStream in = Objects.requireNonNull(OfferedText.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
