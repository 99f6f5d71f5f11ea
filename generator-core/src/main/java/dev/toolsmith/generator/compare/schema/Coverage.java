package dev.toolsmith.generator.compare.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Asks whether one schema surely takes all that another takes. */
final class Coverage {

    private final Map<List<Schema>, Boolean> known = new HashMap<>();
    private final Deque<List<Schema>> trail = new ArrayDeque<>();

    /** Whether each value of the narrow schema is one of the wide one. */
    boolean covers(Schema wide, Schema narrow) {
        List<Schema> pair = List.of(wide, narrow);
        Boolean before = known.putIfAbsent(pair, true);
        if (before != null) {
            return before;
        }
        trail.push(pair);
        int mark = trail.size();
        boolean covers = narrow.branches().stream().allMatch(branch -> covers(wide.branches(), branch));
        if (!covers) {
            while (trail.size() > mark) {
                known.remove(trail.pop());
            }
            trail.pop();
            known.put(pair, false);
        }
        return covers;
    }

    /** Whether one of these alternatives takes all that the narrow one takes. */
    boolean covers(List<Branch> wide, Branch narrow) {
        return wide.stream().anyMatch(branch -> covers(branch, narrow));
    }

    boolean covers(Branch wide, Branch narrow) {
        if (wide.type() != narrow.type()) {
            return false;
        }
        if (narrow.values().isPresent()) {
            return narrow.values().get().stream().allMatch(value -> ValueCheck.isTaken(wide, value))
                    || (wide.values().equals(narrow.values()) && coversRules(wide, narrow));
        }
        return wide.values().isEmpty()
                && coversRules(wide, narrow)
                && covers(wide.members(), narrow.members())
                && covers(wide.elements(), narrow.elements());
    }

    private static boolean coversRules(Branch wide, Branch narrow) {
        return wide.limits().entrySet().stream()
                        .allMatch(each -> narrow.limits().containsKey(each.getKey())
                                && each.getKey()
                                        .isAtLeastAsStrict(
                                                Objects.requireNonNull(
                                                        narrow.limits().get(each.getKey())),
                                                each.getValue()))
                && wide.rules().stream().allMatch(rule -> Rules.isKept(rule, narrow));
    }

    private boolean covers(Members wide, Members narrow) {
        if (!narrow.required().containsAll(wide.required()) || !coversTogether(wide, narrow)) {
            return false;
        }
        Set<String> names = new TreeSet<>(wide.named().keySet());
        names.addAll(narrow.named().keySet());
        if (!names.stream().allMatch(name -> coversMember(name, wide, narrow))) {
            return false;
        }
        Set<String> patterns = new HashSet<>(wide.patterns().keySet());
        patterns.addAll(narrow.patterns().keySet());
        return patterns.stream()
                        .allMatch(pattern -> coversUnnamed(
                                wide.patterns().getOrDefault(pattern, wide.others()),
                                narrow.patterns().getOrDefault(pattern, narrow.others()),
                                narrow))
                && coversUnnamed(wide.others(), narrow.others(), narrow);
    }

    private static boolean coversTogether(Members wide, Members narrow) {
        return wide.together().keySet().stream()
                .allMatch(name -> !narrow.allows(name)
                        || narrow.required().containsAll(wide.needsBeside(name))
                        || narrow.needsBeside(name).containsAll(wide.needsBeside(name)));
    }

    private boolean coversMember(String name, Members wide, Members narrow) {
        Schema mine = wide.of(name);
        Schema theirs = narrow.of(name);
        if (narrow.named().containsKey(name)) {
            return wide.expects(name) ? covers(mine, theirs) : theirs.isNothing();
        }
        return coversUnnamed(mine, theirs, narrow);
    }

    /** What an open object takes without naming it, although it names others, counts as never sent. */
    private boolean coversUnnamed(Schema wide, Schema narrow, Members of) {
        boolean neverSent = narrow.isAnything() && !of.named().isEmpty();
        return neverSent ? !wide.isRefused() : covers(wide, narrow);
    }

    private boolean covers(Elements wide, Elements narrow) {
        int most = Math.max(wide.first().size(), narrow.first().size());
        for (int position = 0; position < most; position++) {
            if (!covers(wide.at(position), narrow.at(position))) {
                return false;
            }
        }
        return covers(wide.rest(), narrow.rest());
    }
}
