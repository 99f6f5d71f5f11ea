package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that a call wants: paths of names. Lists on the way are passed through. What was shown of one call is looked at
 * with one object, which notes what fields it has come upon.
 */
public final class FieldPaths {

    private static final int MOST = 100;
    private static final int MOST_NAMES = 60;

    /** A wanted field: a branch of the tree of all of them. */
    private record Wanted(Map<String, Wanted> below, Set<String> beside, String path) {

        Wanted(String path) {
            this(new LinkedHashMap<>(), new TreeSet<>(), path);
        }
    }

    private final Wanted root = new Wanted("");
    private final Set<String> found = new TreeSet<>();
    private final Set<String> lacking = new TreeSet<>();
    private final Set<String> whole = new TreeSet<>();

    private FieldPaths() {}

    /**
     * The fields that a text names, with commas between them, and dots between the names of each.
     *
     * @throws IllegalArgumentException when it names none, or too many; the message tells callers
     */
    public static FieldPaths of(String text) {
        FieldPaths fields = new FieldPaths();
        String[] all = text.split(",", -1);
        if (all.length > MOST) {
            throw new IllegalArgumentException("names more than " + MOST + " fields. Name fewer, or leave it out");
        }
        for (String path : all) {
            String[] names = path.strip().split("\\.", -1);
            if (Arrays.asList(names).contains("")) {
                throw new IllegalArgumentException("has an empty name at \"" + ShortText.of(path.strip(), 60)
                        + "\". Write names with commas between, such as id,owner.name, or leave it out");
            }
            fields.add(names);
        }
        return fields;
    }

    private void add(String[] names) {
        Wanted at = root;
        for (String name : names) {
            String path = at.path().isEmpty() ? name : at.path() + "." + name;
            at = at.below().computeIfAbsent(name, any -> new Wanted(path));
        }
        whole.add(at.path());
    }

    /** What is wanted of a value; fields inside one that is wanted whole are wanted with it. */
    public JsonNode of(JsonNode value) {
        return of(value, root);
    }

    private JsonNode of(JsonNode value, Wanted wanted) {
        if (value instanceof ArrayNode array) {
            ArrayNode kept = array.arrayNode();
            for (JsonNode item : array) {
                kept.add(of(item, wanted));
            }
            return kept;
        }
        if (!(value instanceof ObjectNode object)) {
            if (!value.isNull()) {
                wanted.below().values().forEach(inner -> lacking.add(inner.path()));
            }
            return value;
        }
        ObjectNode kept = object.objectNode();
        for (Map.Entry<String, Wanted> field : wanted.below().entrySet()) {
            Wanted inner = field.getValue();
            JsonNode member = object.path(field.getKey());
            if (member.isMissingNode()) {
                lacking.add(inner.path());
                note(wanted, object);
                continue;
            }
            found.add(inner.path());
            kept.set(field.getKey(), whole.contains(inner.path()) ? member : of(member, inner));
        }
        return kept;
    }

    private static void note(Wanted wanted, ObjectNode object) {
        for (String name : object.propertyNames()) {
            if (wanted.beside().size() < MOST_NAMES) {
                wanted.beside().add(name);
            }
        }
    }

    /**
     * What to tell of fields that were in nothing that was looked at. Where all was null or empty, nobody can say what it
     * might hold.
     *
     * @param documented what the description says of an answer, by path; those it names are not missed
     * @return empty when there is none
     */
    public Optional<String> missing(Set<String> documented) {
        List<String> told = new ArrayList<>();
        missing(root, documented, told);
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told));
    }

    private void missing(Wanted wanted, Set<String> documented, List<String> told) {
        for (Map.Entry<String, Wanted> field : wanted.below().entrySet()) {
            Wanted inner = field.getValue();
            if (found.contains(inner.path())) {
                if (!whole.contains(inner.path())) {
                    missing(inner, documented, told);
                }
            } else if (lacking.contains(inner.path()) && !documented.contains(inner.path())) {
                told.add(told(wanted, field.getKey(), inner.path()));
            }
        }
    }

    private static String told(Wanted wanted, String name, String path) {
        List<String> there = List.copyOf(wanted.beside());
        StringBuilder text = new StringBuilder("The answer has no field \"")
                .append(ShortText.of(path, 100))
                .append("\".");
        ClosestNames.to(name, there)
                .ifPresent(near -> text.append(" Did you mean \"")
                        .append(wanted.path().isEmpty() ? near : wanted.path() + "." + near)
                        .append("\"?"));
        if (!there.isEmpty()) {
            text.append(wanted.path().isEmpty() ? " There are: " : " In \"" + wanted.path() + "\" there are: ")
                    .append(ShortText.of(String.join(", ", there), 600))
                    .append('.');
        }
        return text.toString();
    }
}
