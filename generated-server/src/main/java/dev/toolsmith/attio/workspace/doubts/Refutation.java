package dev.toolsmith.attio.workspace.doubts;

import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.names.Mention;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells which facts a refusal by Attio speaks against. */
public final class Refutation {

    private static final Set<String> OF_NAMES = Set.of("not_found", "value_not_found", "standard_object_disabled");
    private static final Set<String> OF_VALUES = Set.of(
            "validation_type",
            "value_not_found",
            "missing_value",
            "immutable_value",
            "system_edit_unauthorized",
            "formula_edit_unauthorized",
            "multiple_values_for_single_value_attribute",
            "matching_attribute_definition_not_unique");
    private static final Set<String> OF_FILTERS = Set.of(
            "validation_type",
            "value_not_found",
            "filter_error",
            "unknown_filter_attribute_slug",
            "invalid_filter_operator",
            "invalid_filter_field");
    /** Where a failed call's details for machines stand. */
    private static final String DETAILS = "dev.toolsmith/error";

    private static final String CONFLICT = "slug_conflict";

    private final ToolDescriptor operation;
    private final ObjectNode arguments;
    private final String code;
    private final Set<String> facts = new TreeSet<>();

    private Refutation(ToolDescriptor operation, ObjectNode arguments, String code) {
        this.operation = operation;
        this.arguments = arguments;
        this.code = code;
    }

    /** The names of the facts; none for a refusal that has other reasons. */
    public static Set<String> of(ToolDescriptor operation, ObjectNode arguments, ToolResult result) {
        String code = result.meta()
                .map(JsonTree::read)
                .map(meta -> meta.path(DETAILS).path("apiCode").asString(""))
                .orElse("");
        return code.isEmpty() ? Set.of() : new Refutation(operation, arguments, code).facts();
    }

    private Set<String> facts() {
        NamedPlace place = NamedPlace.of(operation.path(), arguments);
        if (OF_NAMES.contains(code)) {
            names(place);
        }
        JsonNode data = arguments.path("data");
        if (OF_VALUES.contains(code) && (data.has("values") || data.has("entry_values"))) {
            shape(place);
            facts.add(FactNames.owners(Kind.OBJECTS));
            facts.add(FactNames.MEMBERS);
        }
        if (OF_FILTERS.contains(code) && (arguments.has("filter") || arguments.has("sorts"))) {
            filters(place);
        }
        if (code.equals(CONFLICT) && ShapeChange.mayBeMadeBy(operation)) {
            facts.addAll(ShapeChange.of(operation, arguments));
        }
        return Set.copyOf(facts);
    }

    private void names(NamedPlace place) {
        if (operation.path().contains("{object}")
                || operation.path().contains("{list}")
                || operation.path().contains("{identifier}")) {
            facts.add(FactNames.owners(place.kind()));
        }
        for (Mention mention : Mention.of(operation.method(), operation.path())) {
            if (mention.occursIn(arguments)) {
                facts.add(FactNames.owners(mention.kind()));
            }
        }
        if (arguments.has("attribute") || arguments.has("matching_attribute")) {
            facts.add(place.attributes());
        }
        if (operation.path().endsWith("{option}") || operation.path().endsWith("{status}")) {
            facts.add(place.choices(arguments.path("attribute").asString("")));
        }
    }

    private void shape(NamedPlace place) {
        facts.add(place.attributes());
        facts.add(place.choices());
    }

    /** A path leads through attributes of other objects and lists, too. */
    private void filters(NamedPlace place) {
        shape(place);
        if (arguments.path("filter").findValue("path") != null
                || arguments.path("sorts").findValue("path") != null) {
            for (Kind kind : Kind.values()) {
                facts.add(FactNames.owners(kind));
                facts.add(FactNames.allAttributes(kind));
                facts.add(FactNames.allChoices(kind));
            }
        }
    }
}
