package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks whether no value can be two alternatives of one type at once. */
final class Disjoint {

    private Disjoint() {}

    /** Whether that is sure. */
    static boolean are(Branch one, Branch other) {
        if (one.values().isPresent() && other.values().isPresent()) {
            return Collections.disjoint(
                    one.values().orElseThrow(), other.values().orElseThrow());
        }
        return one.type() == JsonType.OBJECT
                && Stream.concat(one.members().required().stream(), other.members().required().stream())
                        .anyMatch(name -> differ(name, one.members(), other.members()));
    }

    private static boolean differ(String name, Members one, Members other) {
        Schema first = one.of(name);
        Schema second = other.of(name);
        if (first.isRefused() || second.isRefused()) {
            return true;
        }
        if (!one.required().contains(name) || !other.required().contains(name)) {
            return false;
        }
        return values(first)
                .flatMap(mine -> values(second).map(theirs -> Collections.disjoint(mine, theirs)))
                .orElse(false);
    }

    /** The values of a schema that takes but a few of one type. */
    static Optional<Set<JsonNode>> values(Schema schema) {
        List<Branch> branches = schema.isAnything() ? List.of() : schema.branches();
        return branches.size() == 1 ? branches.get(0).values() : Optional.empty();
    }
}
