package dev.toolsmith.runtime.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one search.
 *
 * @param weights how much each counts: those that are said, and those that are meant by them
 * @param spoken those that are said in the search's own words, also again; the quoted ones where there are no others
 * @param things what this API calls the things that are spoken of
 */
record SearchedWords(Map<String, Float> weights, List<String> spoken, Set<String> things) {

    private static final float MEANT = 0.85f;

    /** What stands in quotes is mostly a name of somebody's own, and says little of what is to be done. */
    private static final float QUOTED = 0.3f;

    static SearchedWords of(String text, ToolWords words) {
        List<String> unquoted = words.all(Quotes.without(text));
        List<String> spoken = unquoted.isEmpty() ? words.all(text) : unquoted;
        Map<String, Float> weights = new LinkedHashMap<>();
        words.said(text).forEach(word -> weights.put(word, QUOTED));
        spoken.forEach(word -> weights.put(word, 1.0f));
        words.meant(spoken).forEach(word -> weights.put(word, MEANT));
        return new SearchedWords(weights, spoken, words.things(spoken));
    }

    /** The words that say what a search is about, and not what is done with it. */
    List<String> content(ToolWords words) {
        return spoken.stream().filter(word -> !words.isGeneral(word)).distinct().toList();
    }

    /** Words of doing that stand where things are named: {@code list} in "rename the list", not in "list notes". */
    List<String> nouns(ToolWords words) {
        List<String> later = spoken.size() > 1 ? spoken.subList(1, spoken.size()) : spoken;
        return later.stream().filter(words::isGeneral).distinct().toList();
    }
}
