package dev.toolsmith.runtime.discovery;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds tools by what people say. Makes an index of a list of tools when it is first searched, and keeps those of the lists
 * that were searched last, so one search is for many servers of the same API. Safe for many threads.
 */
public final class ToolSearch {

    private static final int MOST_INDEXES = 32;

    private final Supplier<SearchWords> words;
    private final Map<ByteBuffer, CompletableFuture<ToolIndex>> indexes = new LastUsed();
    private @Nullable ToolWords language;

    /**
     * A search that also knows an API's words.
     *
     * @param words asked once, when something is first searched
     */
    public ToolSearch(Supplier<SearchWords> words) {
        this.words = words;
    }

    /**
     * The tools of a list that fit a text best, the best first. A list that has not been searched lately is indexed before.
     *
     * @param most how many at most; fewer where fewer fit
     */
    FoundTools find(SearchedList list, String text, int most) {
        return index(list).find(text, most);
    }

    /** Whoever comes first makes an index; others wait for that one, and for none of another list. */
    private ToolIndex index(SearchedList list) {
        ByteBuffer digest = list.digest();
        CompletableFuture<ToolIndex> own = new CompletableFuture<>();
        @Nullable CompletableFuture<ToolIndex> other;
        synchronized (indexes) {
            other = indexes.putIfAbsent(digest, own);
        }
        if (other != null) {
            return other.join();
        }
        try {
            ToolIndex made = ToolIndex.of(list, language());
            own.complete(made);
            return made;
        } catch (Throwable e) {
            synchronized (indexes) {
                indexes.remove(digest, own);
            }
            own.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized ToolWords language() {
        ToolWords known = language;
        if (known == null) {
            known = new ToolWords(GeneralWords.WORDS, words.get());
            language = known;
        }
        return known;
    }

    private static final class LastUsed extends LinkedHashMap<ByteBuffer, CompletableFuture<ToolIndex>> {
        private static final long serialVersionUID = 1L;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, CompletableFuture<ToolIndex>> eldest) {
            return size() > MOST_INDEXES;
        }
    }
}
