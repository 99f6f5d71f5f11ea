package dev.toolsmith.runtime.discovery;

import java.util.function.Supplier;

/**
 * Finds tools by what people say. Makes an index of a list of tools when it is first searched, and keeps those of the lists
 * that were searched last, so one search is for many servers of the same API. Safe for many threads.
 */
public final class ToolSearch {

    private final Supplier<SearchWords> words;

    /**
     * A search that also knows an API's words.
     *
     * @param words asked once, when something is first searched
     */
    public ToolSearch(Supplier<SearchWords> words) {
        this.words = words;
    }

    SearchWords words() {
        return words.get();
    }
}
