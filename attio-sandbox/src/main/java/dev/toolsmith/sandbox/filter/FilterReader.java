package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads filters of records and entries: shorthand and verbose conditions, logic, and paths through references. */
public final class FilterReader {
    private static final Set<String> LOGIC = Set.of("$and", "$or", "$not");

    private final Workspace workspace;
    private final Owner owner;

    public FilterReader(Workspace workspace, Owner owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    /** The condition that a filter stands for. */
    public Condition read(JsonNode filter) {
        return read(filter, List.of());
    }

    private Condition read(JsonNode filter, List<String> path) {
        if (!filter.isObject()) {
            throw Refusal.filter("filter_error", "A filter is an object.", path);
        }
        if (filter.has("path")) {
            return new PathReader(workspace, owner).read(filter, path);
        }
        List<Condition> all = new ArrayList<>();
        for (var property : filter.properties()) {
            List<String> place = longer(path, property.getKey());
            all.add(
                    LOGIC.contains(property.getKey())
                            ? logic(property.getKey(), property.getValue(), place)
                            : attribute(property.getKey(), property.getValue(), place));
        }
        return item -> all.stream().allMatch(condition -> condition.holds(item));
    }

    private Condition logic(String name, JsonNode operand, List<String> path) {
        if (name.equals("$not")) {
            return negation(operand, path);
        }
        if (!operand.isArray()) {
            throw Refusal.filter("filter_error", name + " takes an array of filters.", path);
        }
        List<Condition> parts = new ArrayList<>();
        for (JsonNode element : operand) {
            parts.add(read(element, longer(path, String.valueOf(parts.size()))));
        }
        return name.equals("$and")
                ? item -> parts.stream().allMatch(part -> part.holds(item))
                : item -> parts.stream().anyMatch(part -> part.holds(item));
    }

    private Condition negation(JsonNode operand, List<String> path) {
        for (String name : operand.propertyNames()) {
            if (LOGIC.contains(name)) {
                throw unknownAttribute(name, longer(path, name));
            }
        }
        Condition inner = read(operand, path);
        return item -> !inner.holds(item);
    }

    private Condition attribute(String name, JsonNode constraint, List<String> path) {
        Attribute attribute =
                workspace.catalogue().attribute(owner.id(), name).orElseThrow(() -> unknownAttribute(name, path));
        return new ConstraintReader(workspace, attribute).read(constraint, path);
    }

    private Refusal unknownAttribute(String name, List<String> path) {
        return Refusal.filter(
                "unknown_filter_attribute_slug",
                "There is no attribute \"" + name + "\" on " + owner.slug() + ".",
                path);
    }

    static List<String> longer(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
