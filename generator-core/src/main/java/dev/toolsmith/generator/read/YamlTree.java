package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** One YAML document to a tree within limits; tags, duplicate keys and keys that are no scalars are faults. */
final class YamlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MERGE_KEY = "<<";
    private static final int MAX_RUN = 256 * 1024;

    private record Anchored(JsonNode node, int size) {}

    private final Parser parser;
    private final TreeBudget budget;
    private final Map<String, Anchored> anchors = new HashMap<>();

    private YamlTree(Parser parser, TreeBudget budget) {
        this.parser = parser;
        this.budget = budget;
    }

    static JsonNode read(String text, ReadLimits limits) throws TreeFault {
        refuseEndlessRuns(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Parser parser = new ParserImpl(new StreamReader(text), options);
            return new YamlTree(parser, new TreeBudget(limits)).document();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw Scalars.syntaxError("YAML", String.valueOf(e.getProblem()), position(mark));
        } catch (YAMLException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new TreeFault("syntax-error", "Not YAML: " + problem, "Correct the text.");
        }
    }

    /** SnakeYAML's time grows with the square of a run without blanks: 5 MB take it ten seconds. */
    private static void refuseEndlessRuns(String text) throws TreeFault {
        int lineStart = 0;
        int line = 1;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            run = each == ' ' || each == '\n' ? 0 : run + 1;
            if (run > MAX_RUN) {
                Position at = new Position(line, i - run - lineStart + 2);
                throw new TreeFault(
                        "too-long",
                        "More than " + MAX_RUN + " characters without a blank (" + at + ")",
                        "Write the document as JSON.");
            }
            if (each == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
    }

    private JsonNode document() throws TreeFault {
        parser.getEvent(); // stream start
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw Scalars.syntaxError("YAML", "the document is empty", new Position(1, 1));
        }
        parser.getEvent(); // document start
        JsonNode root = node(0);
        parser.getEvent(); // document end
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            Position at = position(parser.peekEvent().getStartMark());
            throw Scalars.syntaxError("YAML", "a second document begins", at);
        }
        return root;
    }

    private JsonNode node(int outer) throws TreeFault {
        Event event = parser.getEvent();
        Position at = position(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            return expand(alias.getAnchor(), at);
        }
        int before = budget.used();
        JsonNode node = content(event, outer, at);
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, budget.used() - before));
        }
        return node;
    }

    private JsonNode content(Event event, int outer, Position at) throws TreeFault {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), at);
            budget.value(outer, at);
            return scalar.isPlain() ? Scalars.plain(scalar.getValue(), at) : NODES.textNode(scalar.getValue());
        }
        budget.value(outer + 1, at);
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), at);
            return sequence(outer + 1);
        }
        MappingStartEvent mapping = (MappingStartEvent) event;
        refuseTag(mapping.getTag(), at);
        return mapping(outer + 1);
    }

    private ArrayNode sequence(int depth) throws TreeFault {
        ArrayNode array = NODES.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            array.add(node(depth));
        }
        parser.getEvent();
        return array;
    }

    private ObjectNode mapping(int depth) throws TreeFault {
        ObjectNode object = NODES.objectNode();
        List<ObjectNode> merged = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.getEvent();
            Position at = position(event.getStartMark());
            String key = key(event, at);
            if (key.equals(MERGE_KEY) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
                merged.addAll(mergeSources(node(depth), at));
            } else {
                TreeBudget.put(object, key, node(depth), at);
            }
        }
        parser.getEvent();
        for (ObjectNode source : merged) {
            source.properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue()));
        }
        return object;
    }

    private static List<ObjectNode> mergeSources(JsonNode value, Position at) throws TreeFault {
        List<ObjectNode> sources = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!(each instanceof ObjectNode source)) {
                throw new TreeFault(
                        "yaml-key", "The merge key '<<' has no mapping (" + at + ")", "Quote it, or merge a mapping.");
            }
            sources.add(source);
        }
        return sources;
    }

    private String key(Event event, Position at) throws TreeFault {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), at);
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), new Anchored(NODES.textNode(scalar.getValue()), 1));
            }
            return scalar.getValue();
        }
        if (event instanceof AliasEvent alias && expand(alias.getAnchor(), at) instanceof TextNode text) {
            return text.textValue();
        }
        throw new TreeFault("yaml-key", "A key is no text (" + at + ")", "Write the key as one plain or quoted text.");
    }

    private JsonNode expand(String anchor, Position at) throws TreeFault {
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw Scalars.syntaxError("YAML", "alias '" + anchor + "' stands before or inside its anchor", at);
        }
        budget.alias(anchored.size(), at);
        return anchored.node().deepCopy();
    }

    private static void refuseTag(@Nullable String tag, Position at) throws TreeFault {
        if (tag != null) {
            throw new TreeFault(
                    "yaml-tag", "The YAML tag '" + tag + "' is not supported (" + at + ")", "Remove the tag.");
        }
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
