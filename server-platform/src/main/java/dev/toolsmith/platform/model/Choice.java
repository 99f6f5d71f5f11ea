package dev.toolsmith.platform.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constants of enums as people and programs write them: in lower case. */
public final class Choice {

    private Choice() {}

    /** How a constant is written. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that a word means; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> of(Class<E> choices, String word) {
        return Stream.of(choices.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** All words, for a message, such as {@code "all" or "discovery"}. */
    public static <E extends Enum<E>> String list(Class<E> choices) {
        return Stream.of(choices.getEnumConstants())
                .map(constant -> "\"" + word(constant) + "\"")
                .collect(Collectors.joining(" or "));
    }
}
