package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.values.Facet;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads sorts; items without the value come last in either direction. */
public final class SortReader {
    private final Workspace workspace;
    private final Owner owner;

    public SortReader(Workspace workspace, Owner owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    /** Sorts items by the sorts of a query; without sorts they stay in the order of their creation. */
    public List<Item> sort(List<Item> items, List<Fields> sorts) {
        List<Item> sorted = new ArrayList<>(items);
        List<Comparator<Item>> comparators =
                sorts.stream().map(this::comparator).toList();
        comparators.stream().reduce(Comparator::thenComparing).ifPresent(sorted::sort);
        return sorted;
    }

    private Comparator<Item> comparator(Fields sort) {
        boolean descending = sort.oneOf("direction", Set.of("asc", "desc")).equals("desc");
        PathReader paths = new PathReader(workspace, owner);
        List<Attribute> steps = sort.has("path")
                ? paths.steps(sort.require("path"), List.of("sorts"))
                : List.of(attribute(sort.text("attribute")));
        ConstraintReader last = new ConstraintReader(workspace, steps.get(steps.size() - 1));
        Facet facet = facet(sort, last);
        Comparator<String> order = (left, right) -> Comparison.order(facet.kind(), left, right);
        Comparator<String> directed = descending ? order.reversed() : order;
        return (left, right) -> compare(
                paths.ends(left, steps).findFirst().flatMap(item -> last.sortKey(item, facet)),
                paths.ends(right, steps).findFirst().flatMap(item -> last.sortKey(item, facet)),
                directed);
    }

    private static int compare(Optional<String> left, Optional<String> right, Comparator<String> order) {
        if (left.isPresent() && right.isPresent()) {
            return order.compare(left.get(), right.get());
        }
        return Boolean.compare(left.isEmpty(), right.isEmpty());
    }

    private static Facet facet(Fields sort, ConstraintReader last) {
        Optional<Facet> facet = sort.has("field")
                ? last.kind().facet(sort.text("field"))
                : last.kind().implicitFacet();
        return facet.orElseThrow(() -> Refusal.filter(
                "invalid_filter_field", "The sort names no property that can be sorted by.", List.of("sorts")));
    }

    private Attribute attribute(String slug) {
        return workspace
                .catalogue()
                .attribute(owner.id(), slug)
                .orElseThrow(() -> Refusal.filter(
                        "unknown_filter_attribute_slug",
                        "There is no attribute \"" + slug + "\" on " + owner.slug() + ".",
                        List.of("sorts", slug)));
    }
}
