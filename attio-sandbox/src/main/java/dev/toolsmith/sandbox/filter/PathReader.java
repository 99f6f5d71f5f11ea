package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.values.References;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads paths such as {@code [["deals","associated_people"],["people","email_addresses"]]}. */
final class PathReader {
    private final Workspace workspace;
    private final Owner owner;

    PathReader(Workspace workspace, Owner owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    /** A filter of the form {@code {"path", "constraints"}}. */
    Condition read(JsonNode filter, List<String> place) {
        for (String name : filter.propertyNames()) {
            if (!name.equals("path") && !name.equals("constraints")) {
                throw Refusal.filter("filter_error", "Beside path stands nothing but constraints.", place);
            }
        }
        List<Attribute> steps = steps(filter.path("path"), place);
        Attribute last = steps.get(steps.size() - 1);
        JsonNode constraints = filter.path("constraints");
        if (constraints.isMissingNode()) {
            throw Refusal.filter("filter_error", "A path needs constraints.", place);
        }
        Condition condition = new ConstraintReader(workspace, last).read(constraints, place);
        return item -> ends(item, steps).anyMatch(condition::holds);
    }

    /** The attributes of a path, each of the object that the one before refers to. */
    List<Attribute> steps(JsonNode path, List<String> place) {
        List<Attribute> steps = new ArrayList<>();
        for (JsonNode step : path) {
            steps.add(step(step, steps, place));
        }
        if (steps.isEmpty()) {
            throw Refusal.filter("filter_error", "A path is an array of [object or list, attribute] pairs.", place);
        }
        return steps;
    }

    private Attribute step(JsonNode step, List<Attribute> before, List<String> place) {
        if (!step.isArray() || step.size() != 2) {
            throw Refusal.filter("filter_error", "A step of a path is a pair [object or list, attribute].", place);
        }
        String ownerName = step.path(0).asString("");
        String slug = step.path(1).asString("");
        Owner at = owner(ownerName)
                .orElseThrow(() -> Refusal.filter("filter_error", "There is no \"" + ownerName + "\".", place));
        requireReachable(at, before, place);
        return workspace
                .catalogue()
                .attribute(at.id(), slug)
                .orElseThrow(() -> Refusal.filter(
                        "unknown_filter_attribute_slug",
                        "There is no attribute \"" + slug + "\" on " + ownerName + ".",
                        FilterReader.longer(place, slug)));
    }

    private Optional<Owner> owner(String name) {
        if (name.equals(owner.slug()) || name.equalsIgnoreCase(owner.id())) {
            return Optional.of(owner);
        }
        return workspace
                .catalogue()
                .object(name)
                .map(Owner.class::cast)
                .or(() -> workspace.catalogue().list(name));
    }

    private void requireReachable(Owner at, List<Attribute> before, List<String> place) {
        if (before.isEmpty()) {
            if (!at.id().equals(owner.id())) {
                throw Refusal.filter("filter_error", "A path begins at " + owner.slug() + ".", place);
            }
            return;
        }
        Attribute from = before.get(before.size() - 1);
        List<String> allowed = from.config().allowedObjectIds();
        boolean reaches =
                from.type() == AttributeType.RECORD_REFERENCE && (allowed.isEmpty() || allowed.contains(at.id()));
        if (!reaches) {
            throw Refusal.filter("filter_error", from.slug() + " does not lead to " + at.slug() + ".", place);
        }
    }

    /** The items that hold the last attribute of a path. */
    Stream<Item> ends(Item start, List<Attribute> steps) {
        Stream<Item> items = Stream.of(start);
        for (int i = 0; i + 1 < steps.size(); i++) {
            Attribute attribute = steps.get(i);
            String next = steps.get(i + 1).ownerId();
            items = items.flatMap(item -> item.current(attribute.id()).stream())
                    .map(value -> target(value, next))
                    .flatMap(Optional::stream);
        }
        return items;
    }

    private Optional<Item> target(StoredValue reference, String ownerId) {
        RecordKey key = References.target(reference);
        return key.objectId().equals(ownerId) ? workspace.items().find(ownerId, key.recordId()) : Optional.empty();
    }
}
