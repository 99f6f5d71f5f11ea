package dev.toolsmith.generator.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.emit.JsonText;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Changes as JSON for programs: one change a line. {@code docs/compare.md} describes the members. */
public final class DiffJson {

    private static final int FORMAT_VERSION = 1;

    private DiffJson() {}

    /** All changes. */
    public static String of(CatalogueDiff diff) {
        StringBuilder json = new StringBuilder(head(diff));
        json.setLength(json.length() - 1);
        json.append(",\"changes\":[\n");
        String separator = "";
        for (Change change : diff.changes()) {
            json.append(separator).append(JsonText.of(change(change)));
            separator = ",\n";
        }
        return json.append(separator.isEmpty() ? "]}\n" : "\n]}\n").toString();
    }

    private static String head(CatalogueDiff diff) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("formatVersion", FORMAT_VERSION);
        head.put("app", diff.app());
        head.put("before", diff.before());
        head.put("after", diff.after());
        head.put("worst", diff.worst().map(Level::word).orElse("none"));
        ObjectNode counts = head.putObject("counts");
        Map<Level, Long> byLevel = diff.counts();
        Stream.of(Level.values())
                .sorted(Comparator.reverseOrder())
                .forEach(level -> counts.put(level.word(), byLevel.getOrDefault(level, 0L)));
        return JsonText.of(head);
    }

    private static ObjectNode change(Change change) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("level", change.level().word());
        row.put("kind", change.kind().word());
        row.put("tool", change.tool());
        row.put("argument", change.argument());
        row.put("before", change.before());
        row.put("after", change.after());
        row.put("message", change.message());
        change.at()
                .ifPresent(
                        at -> row.putObject("at").put("document", at.document()).put("pointer", at.pointer()));
        return row;
    }
}
