package dev.toolsmith.runtime.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index in memory of one list of tools. Safe for many threads. */
final class ToolIndex {

    private static final String POSITION = "position";
    private static final float TIE = 0.15f;

    /** How many more are looked at where the best may do the contrary. */
    private static final int FURTHER = 12;

    private static final float MISTYPED = 0.5f;
    private static final int SHORTEST_MISTYPED = 5;

    private static final int FEWEST_TO_COMPARE = 5;
    private static final double NEARLY_ALL = 0.9;

    private final List<IndexedTool> tools;
    private final ToolWords words;
    private final IndexSearcher searcher;

    private ToolIndex(List<IndexedTool> tools, ToolWords words, IndexSearcher searcher) {
        this.tools = tools;
        this.words = words;
        this.searcher = searcher;
    }

    /** What is known of a tool, and how much a word that stands there counts. */
    private enum Part {
        NAME(3.0f),
        TAGS(2.5f),
        TITLE(2.0f),
        KIND(2.0f),
        LEAD(1.4f),
        REST(0.5f),
        BY_OTHERS(0.9f),
        ARGUMENTS(0.7f),
        VALUES(0.3f);

        private final float weight;

        Part(float weight) {
            this.weight = weight;
        }

        private String text(IndexedTool tool, Pointers pointers) {
            return switch (this) {
                case NAME -> ToolWords.parted(tool.name());
                case TITLE -> tool.title();
                case LEAD -> tool.lead();
                case TAGS -> ToolWords.parted(String.join(" ", tool.tags()));
                case KIND -> ToolWords.parted(tool.kind());
                case REST -> pointers.own(tool);
                case BY_OTHERS -> pointers.byOthers(tool);
                case ARGUMENTS -> ToolWords.parted(String.join(" ", tool.arguments()));
                case VALUES -> ToolWords.parted(String.join(" ", tool.values()));
            };
        }
    }

    /** Where tools are called after what they are for. */
    private static final List<Part> NAMING = List.of(Part.NAME, Part.TAGS, Part.TITLE);

    /** What consists of names. */
    private static final List<Part> SHORT = List.of(Part.NAME, Part.TAGS, Part.ARGUMENTS);

    /** Where they speak of what they take, and what they do. */
    private static final List<Part> MENTIONING = List.of(Part.LEAD, Part.ARGUMENTS, Part.VALUES);

    static ToolIndex of(SearchedList list, ToolWords words) {
        List<IndexedTool> tools = ListedToolReader.read(list);
        Pointers pointers = Pointers.of(tools);
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            IndexWriterConfig config =
                    new IndexWriterConfig(words.analyzer()).setMergeScheduler(new SerialMergeScheduler());
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                for (int i = 0; i < tools.size(); i++) {
                    writer.addDocument(document(i, tools.get(i), pointers));
                }
                writer.forceMerge(1);
            }
            return new ToolIndex(tools, words, new IndexSearcher(DirectoryReader.open(memory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(int position, IndexedTool tool, Pointers pointers) {
        Document document = new Document();
        document.add(new StoredField(POSITION, position));
        for (Part part : Part.values()) {
            document.add(new TextField(part.name(), part.text(tool, pointers), Field.Store.NO));
        }
        return document;
    }

    /**
     * The tools that fit a text best, the best first; of those that fit alike, the first in the list. None where the tools
     * only do what is said, and know nothing of what it is to be done to.
     */
    FoundTools find(String text, int most) {
        try {
            SearchedWords searched = SearchedWords.of(text, words);
            List<String> content = withoutCommon(searched.content(words));
            if (content.isEmpty() || isNamed(searched, content)) {
                return named(searched, most);
            }
            List<String> mentioned = which(content, MENTIONING);
            return mentioned.isEmpty()
                    ? new FoundTools(List.of(), List.of(), content, Optional.empty())
                    : new FoundTools(best(searched, most), mentioned, List.of(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FoundTools named(SearchedWords searched, int most) throws IOException {
        Set<String> nouns = new LinkedHashSet<>(searched.content(words));
        nouns.addAll(searched.things());
        nouns.addAll(searched.nouns(words));
        Optional<MissingDeed> missing =
                MissingDeed.of(searched.spoken(), which(nouns, List.of(Part.TAGS)), tools, words);
        if (missing.isEmpty()) {
            return new FoundTools(best(searched, most), List.of(), List.of(), missing);
        }
        List<IndexedTool> ranked = missing.get().ranked(best(searched, most + FURTHER), words);
        return new FoundTools(ranked.subList(0, Math.min(most, ranked.size())), List.of(), List.of(), missing);
    }

    private List<IndexedTool> best(SearchedWords searched, int most) throws IOException {
        List<IndexedTool> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(searched.weights()), most).scoreDocs) {
            found.add(tools.get(position(hit)));
        }
        return found;
    }

    /** Words without those that tell no tool from another, such as the product's name in all their names. */
    private List<String> withoutCommon(List<String> content) throws IOException {
        List<String> telling = new ArrayList<>();
        for (String word : content) {
            if (!isCommon(word)) {
                telling.add(word);
            }
        }
        return telling;
    }

    private boolean isCommon(String word) throws IOException {
        int named = searcher.getIndexReader().docFreq(new Term(Part.NAME.name(), word));
        return tools.size() >= FEWEST_TO_COMPARE
                && named >= NEARLY_ALL * tools.size()
                && searcher.getIndexReader().docFreq(new Term(Part.TAGS.name(), word)) == 0;
    }

    /** Whether a tool is called after something that is spoken of. */
    private boolean isNamed(SearchedWords searched, List<String> content) throws IOException {
        return !which(content, NAMING).isEmpty()
                || !which(searched.things(), List.of(Part.values())).isEmpty()
                || !which(searched.nouns(words), List.of(Part.TAGS)).isEmpty();
    }

    private List<String> which(Collection<String> words, List<Part> parts) throws IOException {
        List<String> known = new ArrayList<>();
        for (String word : words) {
            if (stands(word, parts)) {
                known.add(word);
            }
        }
        return known;
    }

    private boolean stands(String word, List<Part> parts) throws IOException {
        for (Part part : parts) {
            Term term = new Term(part.name(), word);
            if (searcher.getIndexReader().docFreq(term) > 0 || isMistyped(term, part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is a typing error of a name. Sentences have so many words that nearly everything is near to one. */
    private boolean isMistyped(Term term, Part part) throws IOException {
        return SHORT.contains(part)
                && term.text().length() >= SHORTEST_MISTYPED
                && searcher.count(new FuzzyQuery(term, 1, 1)) > 0;
    }

    private int position(ScoreDoc hit) throws IOException {
        Number position =
                searcher.storedFields().document(hit.doc).getField(POSITION).numericValue();
        return position.intValue();
    }

    private Query query(Map<String, Float> weights) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Map.Entry<String, Float> word : weights.entrySet()) {
            all.add(new BoostQuery(anywhere(word.getKey()), word.getValue()), BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }

    private Query anywhere(String word) throws IOException {
        boolean known = false;
        for (Part part : Part.values()) {
            known |= searcher.getIndexReader().docFreq(new Term(part.name(), word)) > 0;
        }
        boolean mistyped = !known && word.length() >= SHORTEST_MISTYPED;
        List<Query> places = new ArrayList<>();
        for (Part part : Part.values()) {
            Term term = new Term(part.name(), word);
            Query place = mistyped ? new FuzzyQuery(term, 1, 1) : new TermQuery(term);
            places.add(new BoostQuery(place, mistyped ? part.weight * MISTYPED : part.weight));
        }
        return new DisjunctionMaxQuery(places, TIE);
    }
}
