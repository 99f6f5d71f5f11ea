package dev.toolsmith.runtime.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes words of texts, so that forms of one word are the same, and knows what else is called by them. */
final class ToolWords {

    private static final int MOST_WORDS = 64;
    private static final int LONGEST_TEXT = 1_000;

    private static final CharArraySet LITTLE = new CharArraySet(
            List.of(
                    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does",
                    "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its",
                    "just", "me", "my", "of", "off", "on", "or", "our", "out", "please", "she", "so", "some", "than",
                    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "up", "us",
                    "was", "we", "were", "will", "with", "would", "you", "your"),
            true);

    private static final Pattern TO_DO = Pattern.compile("\\bto-?do\\b|\\bto do (?=list)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S");
    private static final Pattern DOMAIN = Pattern.compile("(?<![@\\w])(?:[\\w-]+\\.)+[A-Za-z]{2,}\\b");

    private final Analyzer analyzer = new WordAnalyzer();
    private final Map<Set<String>, List<String>> ofEveryApi;
    private final Map<Set<String>, List<String>> ofThisApi;
    private final Set<String> general = new HashSet<>();

    /**
     * The words of some tools.
     *
     * @param ofEveryApi what is done, in words that are the same for every API
     * @param ofThisApi what people call the things of this one
     */
    ToolWords(SearchWords ofEveryApi, SearchWords ofThisApi) {
        this.ofEveryApi = meanings(ofEveryApi);
        this.ofThisApi = meanings(ofThisApi);
        this.ofEveryApi.forEach((said, meant) -> {
            general.addAll(said);
            general.addAll(meant);
        });
        this.ofThisApi.forEach((said, meant) -> {
            if (meant.isEmpty()) {
                general.addAll(said);
            }
        });
    }

    private Map<Set<String>, List<String>> meanings(SearchWords words) {
        Map<Set<String>, List<String>> meanings = new LinkedHashMap<>();
        words.meanings().forEach((said, meant) -> {
            Set<String> when = new HashSet<>(said(said));
            List<String> then = new ArrayList<>();
            meant.forEach(each -> then.addAll(said(each)));
            if (!when.isEmpty()) {
                meanings.computeIfAbsent(when, key -> new ArrayList<>()).addAll(then);
            }
        });
        return meanings;
    }

    /** What texts of an index are taken apart with. */
    Analyzer analyzer() {
        return analyzer;
    }

    /** The different words of a text in their order, without little ones; what an address or a domain is, is said by it. */
    List<String> said(String text) {
        return List.copyOf(new LinkedHashSet<>(all(text)));
    }

    /** The same with the words that come again. */
    List<String> all(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<String> all = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream("", parted(cut))) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken() && all.size() < MOST_WORDS) {
                all.add(word.toString());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ADDRESS.matcher(cut).find()) {
            all.add("email");
        }
        if (DOMAIN.matcher(cut).find()) {
            all.add("domain");
        }
        return all;
    }

    /** The words that tools have for what is said, in so far as they are not said. */
    Set<String> meant(List<String> said) {
        Set<String> meant = meant(said, ofEveryApi);
        meant.addAll(things(said));
        said.forEach(meant::remove);
        return meant;
    }

    /** The words that tools of this API have for the things that are spoken of. */
    Set<String> things(List<String> said) {
        return meant(said, ofThisApi);
    }

    private static Set<String> meant(List<String> said, Map<Set<String>, List<String>> meanings) {
        Set<String> meant = new LinkedHashSet<>();
        meanings.forEach((when, then) -> {
            if (said.containsAll(when)) {
                meant.addAll(then);
            }
        });
        return meant;
    }

    /** Whether a word says what is done, with whatever it may be, or nothing at all. */
    boolean isGeneral(String word) {
        return general.contains(word);
    }

    /** A text in which names such as {@code list_all_notes} are made words, and words that are written in two are made one. */
    static String parted(String text) {
        return TO_DO.matcher(text).replaceAll("todo").replace('_', ' ').replace('-', ' ');
    }

    /** The first filter leaves plurals that also are words of their own, such as "lists" and "leads"; the second takes those. */
    private static final class WordAnalyzer extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
            TokenStream stems = new KStemFilter(new StopFilter(lower, LITTLE));
            return new TokenStreamComponents(words, new EnglishMinimalStemFilter(stems));
        }
    }
}
