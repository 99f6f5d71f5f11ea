package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

    private static final int LONGEST = 2_000;
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    private static final int MOST_NAMES = 60;
    private static final int MOST_INNER = 1_000;
    private static final int DEEPEST_INNER = 4;

    /** A wanted field: a branch of the tree of all of them. */
    private static final class Wanted {

        final Optional<Wanted> above;
        final String name;
        final Map<String, Wanted> below = new LinkedHashMap<>();
        final Set<String> beside = new TreeSet<>();
        final Set<String> inside = new TreeSet<>();
        boolean whole;
        boolean found;
        boolean lacking;

        Wanted(Optional<Wanted> above, String name) {
            this.above = above;
            this.name = name;
        }

        String path() {
            String before = above.map(Wanted::path).orElse("");
            return before.isEmpty() ? name : before + "." + name;
        }
    }

    private final Wanted root = new Wanted(Optional.empty(), "");

    private FieldPaths() {}

    /**
     * The fields that a text names, with commas between them, and dots between the names of each.
     *
     * @throws IllegalArgumentException when it names none, or too many, or is over 2,000 characters long; the message tells
     *     callers
     */
    public static FieldPaths of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "is over " + LONGEST + " characters long. Name fewer fields, or leave it out");
        }
        FieldPaths fields = new FieldPaths();
        String[] all = text.split(",", -1);
        if (all.length > MOST) {
            throw new IllegalArgumentException("names more than " + MOST + " fields. Name fewer, or leave it out");
        }
        for (String path : all) {
            String[] names = path.strip().split("\\.", -1);
            if (Arrays.asList(names).contains("")) {
                throw new IllegalArgumentException("has an empty name at \"" + ShortText.of(path.strip(), 60)
                        + "\". Write names with one comma between and none at the ends, with one dot before a"
                        + " name inside another, or leave it out");
            }
            if (names.length > DEEPEST) {
                throw new IllegalArgumentException("has more than " + DEEPEST + " names with dots between at \""
                        + ShortText.of(path.strip(), 60) + "\". Name a field further up, or leave it out");
            }
            fields.add(names);
        }
        return fields;
    }

    private void add(String[] names) {
        Wanted at = root;
        for (String name : names) {
            Wanted above = at;
            at = above.below.computeIfAbsent(name, any -> new Wanted(Optional.of(above), name));
        }
        at.whole = true;
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
                wanted.below.values().forEach(inner -> inner.lacking = true);
            }
            return value;
        }
        ObjectNode kept = object.objectNode();
        for (Map.Entry<String, Wanted> field : wanted.below.entrySet()) {
            Wanted inner = field.getValue();
            JsonNode member = object.path(field.getKey());
            if (member.isMissingNode()) {
                inner.lacking = true;
                note(wanted, object);
                continue;
            }
            inner.found = true;
            kept.set(field.getKey(), inner.whole ? member : of(member, inner));
        }
        return kept;
    }

    private static void note(Wanted wanted, ObjectNode object) {
        for (String name : object.propertyNames()) {
            if (wanted.beside.size() < MOST_NAMES) {
                wanted.beside.add(name);
            }
        }
        inside(object, "", 0, wanted.inside);
    }

    /** The paths of all that stands inside the members of an object. */
    private static void inside(JsonNode value, String path, int depth, Set<String> paths) {
        if (paths.size() >= MOST_INNER || depth > DEEPEST_INNER) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> inside(item, path, depth, paths));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (!path.isEmpty()) {
                paths.add(below);
            }
            inside(member.getValue(), below, depth + 1, paths);
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
        for (Map.Entry<String, Wanted> field : wanted.below.entrySet()) {
            Wanted inner = field.getValue();
            if (inner.found) {
                if (!inner.whole) {
                    missing(inner, documented, told);
                }
            } else if (inner.lacking && !documented.contains(inner.path())) {
                told.add(told(wanted, inner));
            }
        }
    }

    /** The path, from where a field was looked for, that is most likely meant. */
    private static Optional<String> nearest(Wanted above, String name) {
        return shortestTo(above.inside, name)
                .or(() -> ClosestNames.to(name, above.beside))
                .or(() ->
                        ClosestNames.to(name, lastNames(above.inside)).flatMap(near -> shortestTo(above.inside, near)));
    }

    private static Optional<String> shortestTo(Set<String> paths, String name) {
        return paths.stream().filter(path -> path.endsWith("." + name)).min(Comparator.comparingInt(String::length));
    }

    private static Set<String> lastNames(Set<String> paths) {
        Set<String> names = new TreeSet<>();
        paths.forEach(path -> names.add(path.substring(path.lastIndexOf('.') + 1)));
        return names;
    }

    private static String told(Wanted above, Wanted missing) {
        List<String> there = List.copyOf(above.beside);
        String before = above.path();
        StringBuilder text = new StringBuilder("The answer has no field \"")
                .append(ShortText.of(missing.path(), 100))
                .append("\".");
        nearest(above, missing.name)
                .ifPresent(near -> text.append(" Did you mean \"")
                        .append(before.isEmpty() ? near : before + "." + near)
                        .append("\"?"));
        if (!there.isEmpty()) {
            text.append(before.isEmpty() ? " There are: " : " In \"" + before + "\" there are: ")
                    .append(ShortText.of(String.join(", ", there), 600))
                    .append('.');
        }
        return text.toString();
    }
}
