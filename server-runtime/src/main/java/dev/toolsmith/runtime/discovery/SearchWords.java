package dev.toolsmith.runtime.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people call the things that tools of an API have other words for. A search for what they say finds the tools.
 *
 * @param meanings single words of the tools by what people say for them, one word or several; lower case, singular, such as
 *     {@code pipeline} → {@code list}, or {@code deal in a pipeline} → {@code entry}; a single word without meanings says
 *     nothing of what is searched for, such as {@code crm} where everything is one
 */
public record SearchWords(Map<String, List<String>> meanings) {

    /** None but those that are the same for every API. */
    public static final SearchWords NONE = new SearchWords(Map.of());

    public SearchWords {
        Map<String, List<String>> sorted = new TreeMap<>();
        meanings.forEach((said, meant) -> sorted.put(said, List.copyOf(new TreeSet<>(meant))));
        meanings = Collections.unmodifiableMap(sorted);
    }

    /** These and those of another API. */
    public SearchWords and(SearchWords others) {
        Map<String, List<String>> all = new TreeMap<>(meanings);
        others.meanings.forEach((said, meant) -> all.merge(said, meant, SearchWords::both));
        return new SearchWords(all);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
