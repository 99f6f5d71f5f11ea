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
    private final Map<Set<String>, List<String>> meanings = new LinkedHashMap<>();

    ToolWords(SearchWords words) {
        words.meanings().forEach((said, meant) -> {
            Set<String> when = new HashSet<>(said(said));
            List<String> then = new ArrayList<>();
            meant.forEach(each -> then.addAll(said(each)));
            if (!when.isEmpty()) {
                meanings.computeIfAbsent(when, key -> new ArrayList<>()).addAll(then);
            }
        });
    }

    /** What texts of an index are taken apart with. */
    Analyzer analyzer() {
        return analyzer;
    }

    /** The different words of a text in their order, without little ones; what an address or a domain is, is said by it. */
    List<String> said(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Set<String> said = new LinkedHashSet<>();
        try (TokenStream words = analyzer.tokenStream("", parted(cut))) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken() && said.size() < MOST_WORDS) {
                said.add(word.toString());
            }
            words.end();
            if (ADDRESS.matcher(cut).find()) {
                said.add("email");
            }
            if (DOMAIN.matcher(cut).find()) {
                said.add("domain");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(said);
    }

    /** The words that tools have for what is said, in so far as they are not said. */
    Set<String> meant(List<String> said) {
        Set<String> meant = new LinkedHashSet<>();
        meanings.forEach((when, then) -> {
            if (said.containsAll(when)) {
                meant.addAll(then);
            }
        });
        said.forEach(meant::remove);
        return meant;
    }

    /** A text in which names such as {@code list_all_notes} are made words, and words that are written in two are made one. */
    static String parted(String text) {
        return TO_DO.matcher(text).replaceAll("todo").replace('_', ' ').replace('-', ' ');
    }

    private static final class WordAnalyzer extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
            return new TokenStreamComponents(words, new KStemFilter(new StopFilter(lower, LITTLE)));
        }
    }
}
