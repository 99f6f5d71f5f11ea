package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.names.Mention;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names the objects and lists of a workspace where listed tools take them: up to 30 slugs and 500 characters for each
 * argument.
 */
final class ListedNames {

    private static final int MOST = 30;
    private static final int MOST_CHARACTERS = 500;
    private static final int LONGEST_SLUG = 100;

    private ListedNames() {}

    /** Whether objects, lists, both or none are named in the arguments of an operation. */
    static Set<Kind> kinds(String method, String path) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Mention.of(method, path).forEach(mention -> kinds.add(mention.kind()));
        for (Kind kind : Kind.values()) {
            if (path.contains("{identifier}") || path.contains("{" + kind.noun() + "}")) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /**
     * Puts the slugs into the descriptions of the arguments that take them.
     *
     * @param schema the published input schema, changed
     * @return whether it was changed
     */
    static boolean into(ObjectNode schema, String method, String path, KnownShape shape) {
        boolean changed = false;
        for (Kind kind : Kind.values()) {
            String here = " Here: " + slugs(kind, shape) + ".";
            if (path.contains("{" + kind.noun() + "}") && shape.owners().containsKey(kind)) {
                changed |= describe(schema.path("properties").path(kind.noun()), here);
            }
        }
        if (path.contains("{identifier}")) {
            changed |= describe(schema.path("properties").path("identifier"), both(shape));
        }
        for (Mention mention : Mention.of(method, path)) {
            if (shape.owners().containsKey(mention.kind())) {
                changed |= describe(at(schema, mention.steps()), " Here: " + slugs(mention.kind(), shape) + ".");
            }
        }
        return changed;
    }

    private static String both(KnownShape shape) {
        StringBuilder both = new StringBuilder();
        for (Kind kind : Kind.values()) {
            if (shape.owners().containsKey(kind)) {
                both.append(' ')
                        .append(capitalized(kind))
                        .append(": ")
                        .append(slugs(kind, shape))
                        .append('.');
            }
        }
        return both.toString();
    }

    private static String capitalized(Kind kind) {
        return kind == Kind.OBJECTS ? "Objects" : "Lists";
    }

    private static String slugs(Kind kind, KnownShape shape) {
        List<String> slugs = Optional.ofNullable(shape.owners().get(kind)).orElse(List.of()).stream()
                .map(Owner::slug)
                .filter(slug -> ListedWords.isClean(slug, LONGEST_SLUG))
                .sorted()
                .toList();
        return slugs.isEmpty()
                ? "none"
                : ListedWords.names(slugs, MOST, MOST_CHARACTERS, "list_all_attio_" + kind.target());
    }

    /** The schema of what stands at a place in arguments: of alternatives the first, of an array's items the array. */
    private static JsonNode at(JsonNode schema, List<String> steps) {
        JsonNode at = schema;
        for (int i = 0; i < steps.size(); i++) {
            JsonNode here = at.has("anyOf") ? at.path("anyOf").path(0) : at;
            if (!steps.get(i).equals(Mention.EACH)) {
                at = here.path("properties").path(steps.get(i));
            } else if (i < steps.size() - 1) {
                at = here.path("items");
            }
        }
        return at;
    }

    private static boolean describe(JsonNode argument, String words) {
        if (words.isEmpty() || !(argument instanceof ObjectNode described)) {
            return false;
        }
        described.put("description", (described.path("description").asString("") + words).strip());
        return true;
    }
}
