package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes alternatives that take the same values in the same way. */
final class BranchTidier {

    private BranchTidier() {}

    /** The alternative in its plainest form; empty when no value can be it. */
    static Optional<Branch> tidied(Branch branch) {
        Branch result = branch.withLimits(limits(branch));
        if (contradicts(result)) {
            return Optional.empty();
        }
        if (result.values().isEmpty()) {
            return Optional.of(result);
        }
        return withValuesThatFit(result);
    }

    private static Optional<Branch> withValuesThatFit(Branch branch) {
        Branch kept = branch;
        Set<JsonNode> values = new LinkedHashSet<>();
        for (JsonNode value : branch.values().orElseThrow()) {
            if (ValueCheck.keepsLimits(branch, value)) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean all = branch.type() == JsonType.NULL || (branch.type() == JsonType.BOOLEAN && values.size() == 2);
        if (all) {
            return Optional.of(new Branch(
                    kept.type(), Optional.empty(), kept.limits(), kept.rules(), kept.members(), kept.elements()));
        }
        return Optional.of(kept.withValues(values).withLimits(Map.of()));
    }

    private static Map<Limit, Bound> limits(Branch branch) {
        Map<Limit, Bound> kept = new EnumMap<>(Limit.class);
        branch.limits().forEach((limit, bound) -> {
            Bound plain = branch.isWhole() || limit.isCount() ? bound.whole(limit.isLower()) : bound;
            if (!saysNothing(branch, limit, plain)) {
                kept.put(limit, plain);
            }
        });
        return kept;
    }

    private static boolean saysNothing(Branch branch, Limit limit, Bound bound) {
        if (!limit.isCount() || !limit.isLower()) {
            return false;
        }
        int least = limit == Limit.MIN_PROPERTIES ? branch.members().required().size() : 0;
        return bound.value().compareTo(java.math.BigDecimal.valueOf(least)) <= 0;
    }

    private static boolean contradicts(Branch branch) {
        if (branch.type() == JsonType.OBJECT
                && branch.members().required().stream()
                        .anyMatch(name -> branch.members().of(name).isRefused())) {
            return true;
        }
        return Limit.of(branch.type())
                .filter(Limit::isLower)
                .anyMatch(lower -> Limit.of(branch.type())
                        .filter(upper -> !upper.isLower())
                        .anyMatch(upper -> cross(branch, lower, upper)));
    }

    private static boolean cross(Branch branch, Limit lower, Limit upper) {
        Bound least = branch.limits().get(lower);
        Bound most = branch.limits().get(upper);
        if (least == null || most == null) {
            return false;
        }
        int order = least.value().compareTo(most.value());
        return order > 0 || (order == 0 && (least.exclusive() || most.exclusive()));
    }
}
