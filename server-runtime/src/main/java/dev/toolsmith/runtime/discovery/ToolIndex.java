package dev.toolsmith.runtime.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final float MEANT = 0.85f;

    /** What stands in quotes is mostly a name of somebody's own, and says little of what is to be done. */
    private static final float QUOTED = 0.3f;

    private static final float MISTYPED = 0.5f;
    private static final int SHORTEST_MISTYPED = 5;

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

    /** The tools that fit a text best, the best first; of those that fit alike, the first in the list. */
    List<IndexedTool> find(String text, int most) {
        try {
            List<IndexedTool> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query(text), most).scoreDocs) {
                found.add(tools.get(position(hit)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int position(ScoreDoc hit) throws IOException {
        Number position =
                searcher.storedFields().document(hit.doc).getField(POSITION).numericValue();
        return position.intValue();
    }

    private Query query(String text) throws IOException {
        List<String> unquoted = words.said(Quotes.without(text));
        List<String> said = unquoted.isEmpty() ? words.said(text) : unquoted;
        Map<String, Float> weights = new LinkedHashMap<>();
        words.said(text).forEach(word -> weights.put(word, QUOTED));
        said.forEach(word -> weights.put(word, 1.0f));
        words.meant(said).forEach(word -> weights.put(word, MEANT));
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
