package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says how likely a newer alternative is an older one that was changed, from 0 for not at all to 2 and more for the same. */
final class BranchSimilarity {

    private static final double SAME = 2;
    private static final double LITTLE = 0.1;

    private BranchSimilarity() {}

    static double of(Branch before, Branch after, Coverage coverage) {
        boolean narrower = coverage.covers(before, after);
        boolean wider = coverage.covers(after, before);
        if (narrower && wider) {
            return SAME + (before.type() == JsonType.OBJECT ? objects(before.members(), after.members()) : 0);
        }
        if (before.values().isPresent() || after.values().isPresent()) {
            return before.values().isPresent() && after.values().isPresent()
                    ? LITTLE
                            + shared(
                                    before.values().orElseThrow(),
                                    after.values().orElseThrow())
                    : LITTLE;
        }
        double own = before.type() == JsonType.OBJECT ? objects(before.members(), after.members()) : 0.5;
        return own == 0 ? 0 : own + (narrower || wider ? LITTLE : 0);
    }

    private static double objects(Members before, Members after) {
        Set<String> names = new HashSet<>(before.named().keySet());
        names.retainAll(after.named().keySet());
        for (String name : names) {
            Optional<Set<JsonNode>> olds = Disjoint.values(before.of(name));
            Optional<Set<JsonNode>> news = Disjoint.values(after.of(name));
            if (olds.isPresent() && news.isPresent() && Collections.disjoint(olds.get(), news.get())) {
                return 0;
            }
        }
        return LITTLE
                + shared(before.named().keySet(), after.named().keySet())
                + LITTLE * shared(before.required(), after.required());
    }

    private static double shared(Set<?> first, Set<?> second) {
        Set<Object> all = new HashSet<>(first);
        all.addAll(second);
        Set<Object> common = new HashSet<>(first);
        common.retainAll(second);
        return all.isEmpty() ? 0.5 : (double) common.size() / all.size();
    }
}
