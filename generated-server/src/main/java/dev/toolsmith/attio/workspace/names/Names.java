package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.bundle.BundledTool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Finds what the names in arguments stand for: slugs, UUIDs and exact titles. */
public final class Names {

    private static final String RECORDS = "/v2/objects/";

    private Names() {}

    /**
     * Arguments of which the names are known.
     *
     * @param arguments what is to be sent
     * @param place the object or list that the call is about; empty when it is about none, or that is not known
     * @param problems names that stand for nothing, or for several things
     */
    public record Resolved(ObjectNode arguments, Optional<Place> place, List<String> problems) {}

    /** Whether the arguments of an operation name something of the workspace. */
    public static boolean occurIn(String method, String path) {
        return fixed(path).isPresent()
                || isPlaced(path)
                || !Mention.of(method, path).isEmpty()
                || EventFilters.occurIn(method, path);
    }

    private static boolean isPlaced(String path) {
        return path.contains("{object}") || path.contains("{list}") || path.contains("{identifier}");
    }

    /** Resolves the names in a call's arguments. */
    public static CompletableFuture<Resolved> resolve(BundledTool tool, ObjectNode arguments, FactReader facts) {
        String path = tool.descriptor().path();
        Naming naming = new Naming(tool.descriptor(), arguments.deepCopy(), facts);
        Optional<Place> fixed = fixed(path);
        if (fixed.isPresent()) {
            return naming.within(fixed.get());
        }
        Optional<Kind> kind = isPlaced(path) ? kind(path, arguments) : Optional.empty();
        return kind.isPresent() ? naming.place(kind.get(), argument(path)) : naming.elsewhere(Optional.empty());
    }

    private static String argument(String path) {
        if (path.contains("{identifier}")) {
            return "identifier";
        }
        return path.contains("{list}") ? Kind.LISTS.noun() : Kind.OBJECTS.noun();
    }

    /** The object or list that a call is about, as its arguments name it: by slug or by UUID. */
    public static Optional<Place> placeOf(String path, ObjectNode arguments) {
        return fixed(path)
                .or(() -> isPlaced(path)
                        ? kind(path, arguments)
                                .map(kind -> new Place(
                                        kind, arguments.path(argument(path)).asString("")))
                        : Optional.empty());
    }

    private static Optional<Kind> kind(String path, ObjectNode arguments) {
        String target = path.contains("{identifier}") ? arguments.path("target").asString("") : "";
        for (Kind kind : Kind.values()) {
            if (target.equals(kind.target()) || path.contains("{" + kind.noun() + "}")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The object that a tool of one object has in its path. */
    public static Optional<Place> fixed(String path) {
        int end = path.indexOf('/', RECORDS.length());
        if (!path.startsWith(RECORDS) || end < 0) {
            return Optional.empty();
        }
        String slug = path.substring(RECORDS.length(), end);
        return slug.startsWith("{") || slug.equals("records")
                ? Optional.empty()
                : Optional.of(new Place(Kind.OBJECTS, slug));
    }
}
