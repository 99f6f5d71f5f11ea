package dev.toolsmith.generator.tool;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The name that a model calls a tool by: snake_case ASCII, at most 64 characters, legal for every model API and safe
 * as a file name and as a source of Java names.
 *
 * @param value the name; {@link IllegalArgumentException} when it is no such name
 */
public record ToolName(String value) implements Comparable<ToolName> {

    /** The longest name that all model APIs take. */
    public static final int MAX_LENGTH = 64;

    public ToolName {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("Not a tool name: " + value);
        }
    }

    /** Whether a text can be a tool's name. */
    public static boolean isLegal(String text) {
        return text.length() <= MAX_LENGTH && text.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    }

    /** The simple name of the tool's class: {@code list_all_notes} gives {@code ListAllNotes}. */
    public String className() {
        return Arrays.stream(value.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    @Override
    public int compareTo(ToolName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
