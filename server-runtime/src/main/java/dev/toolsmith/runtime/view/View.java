package dev.toolsmith.runtime.view;

import java.util.List;
import java.util.Optional;

/** A form that answers are shown in. */
public enum View {

    /** JSON as the API gives it. */
    FULL("full"),
    /** The same JSON without what is seldom needed. */
    COMPACT("compact"),
    /** Lines for people. */
    TEXT("text");

    /** The words of all views, in the order of their size. */
    public static final List<String> WORDS = List.of(FULL.word, COMPACT.word, TEXT.word);

    private final String word;

    View(String word) {
        this.word = word;
    }

    /** What arguments and options call it. */
    public String word() {
        return word;
    }

    /** The view that a word means; empty when it means none. */
    public static Optional<View> of(String word) {
        for (View view : values()) {
            if (view.word.equals(word)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }
}
