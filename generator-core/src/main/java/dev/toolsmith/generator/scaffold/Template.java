package dev.toolsmith.generator.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots such as <code>&#64;{app}</code>.
 *
 * @param text the text; what fills a slot is never looked at again
 */
record Template(String text) {

    private static final Pattern SLOT = Pattern.compile("@\\{([a-zA-Z]+)}");

    /** A template that lies beside this class. */
    static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No template " + name);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String filled(Map<String, String> values) {
        return SLOT.matcher(text).replaceAll(slot -> {
            String value = values.get(slot.group(1));
            if (value == null) {
                throw new IllegalStateException("Nothing fills " + slot.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
