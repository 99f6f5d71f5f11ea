package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.StoredValue;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One type of values: what it accepts, how it shows what is stored and what filters may ask of it. */
public interface ValueKind {
    /** Reads one value of a write; refuses what the type does not take. */
    Content read(JsonNode value, Site site);

    /** Adds the keys of the type to a shown value. */
    default void show(StoredValue value, Facet.Lookup lookup, ObjectNode into) {
        into.setAll(value.content());
    }

    /** The properties that filters and sorts may name. */
    List<Facet> facets();

    /** The property meant when none is named; empty when one must be named. */
    default Optional<Facet> implicitFacet() {
        return facets().stream().findFirst();
    }

    /** The property with a name. */
    default Optional<Facet> facet(String name) {
        return facets().stream().filter(facet -> facet.name().equals(name)).findFirst();
    }
}
