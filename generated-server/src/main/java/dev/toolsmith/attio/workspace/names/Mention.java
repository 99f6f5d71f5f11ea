package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in arguments where objects or lists are named.
 *
 * @param kind which of them
 * @param steps the members that lead there, {@code *} for every item of an array
 */
public record Mention(Kind kind, List<String> steps) {

    public static final String EACH = "*";

    private static final Map<String, List<Mention>> ELSEWHERE = Map.ofEntries(
            Map.entry("POST /v2/objects/records/search", List.of(object("objects", EACH))),
            Map.entry("POST /v2/lists", List.of(object("data", "parent_object"))),
            Map.entry("POST /v2/lists/{list}/entries", List.of(object("data", "parent_object"))),
            Map.entry("PUT /v2/lists/{list}/entries", List.of(object("data", "parent_object"))),
            Map.entry(
                    "POST /v2/{target}/{identifier}/attributes",
                    List.of(
                            object("data", "relationship", "object"),
                            object("data", "config", "record_reference", "allowed_objects", EACH))),
            Map.entry(
                    "PATCH /v2/{target}/{identifier}/attributes/{attribute}",
                    List.of(object("data", "config", "record_reference", "allowed_objects", EACH))),
            Map.entry("GET /v2/notes", List.of(object("parent_object"))),
            Map.entry("POST /v2/notes", List.of(object("data", "parent_object"))),
            Map.entry("GET /v2/tasks", List.of(object("linked_object"))),
            Map.entry("POST /v2/tasks", List.of(object("data", "linked_records", EACH, "target_object"))),
            Map.entry("PATCH /v2/tasks/{task_id}", List.of(object("data", "linked_records", EACH, "target_object"))),
            Map.entry("GET /v2/meetings", List.of(object("linked_object"))),
            Map.entry("POST /v2/meetings", List.of(object("data", "linked_records", EACH, "object"))),
            Map.entry("GET /v2/threads", List.of(object("object"), list("list"))),
            Map.entry("POST /v2/comments", List.of(object("data", "record", "object"), list("data", "entry", "list"))),
            Map.entry("GET /v2/emails", List.of(object("linked_object"))),
            Map.entry("GET /v2/files", List.of(object("object"))),
            Map.entry("POST /v2/files", List.of(object("object"))),
            Map.entry("POST /v2/files/upload", List.of(object("object"))));

    public Mention {
        steps = List.copyOf(steps);
    }

    private static Mention object(String... steps) {
        return new Mention(Kind.OBJECTS, List.of(steps));
    }

    private static Mention list(String... steps) {
        return new Mention(Kind.LISTS, List.of(steps));
    }

    /** Where an operation names objects and lists beside the one that its path is about. */
    public static List<Mention> of(String method, String path) {
        return ELSEWHERE.getOrDefault(method + " " + path, List.of());
    }

    /** Whether a text stands there. */
    public boolean occursIn(ObjectNode arguments) {
        boolean[] occurs = {false};
        visit(arguments, (argument, said) -> {
            occurs[0] = true;
            return Optional.empty();
        });
        return occurs[0];
    }

    /** Visits the texts that stand there. */
    void visit(ObjectNode arguments, Visitor visitor) {
        visit(arguments, 0, "", visitor);
    }

    private void visit(JsonNode node, int depth, String pointer, Visitor visitor) {
        String step = steps.get(depth);
        if (step.equals(EACH)) {
            for (int i = 0; i < node.size() && node.isArray(); i++) {
                visit(node, i, depth, pointer, visitor);
            }
            return;
        }
        JsonNode member = node.path(step);
        String here = pointer + "/" + step;
        if (depth + 1 < steps.size()) {
            visit(member, depth + 1, here, visitor);
        } else if (member.isString() && node instanceof ObjectNode object) {
            visitor.visit(depth == 0 ? step : here, member.stringValue()).ifPresent(other -> object.put(step, other));
        }
    }

    private void visit(JsonNode array, int index, int depth, String pointer, Visitor visitor) {
        JsonNode item = array.path(index);
        String here = pointer + "/" + index;
        if (depth + 1 < steps.size()) {
            visit(item, depth + 1, here, visitor);
        } else if (item.isString() && array instanceof ArrayNode items) {
            visitor.visit(here, item.stringValue()).ifPresent(other -> items.set(index, other));
        }
    }

    /** Takes texts. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes one text.
         *
         * @param argument the name of an argument, or a JSON pointer into the arguments
         * @return what is to stand there instead; empty to leave it
         */
        Optional<String> visit(String argument, String said);
    }
}
