package dev.toolsmith.generator.compare.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which older alternative became which newer one, for alternatives of one type.
 *
 * @param olds all older alternatives
 * @param news all newer ones
 * @param pairs those that belong together
 * @param coverage judges
 */
record BranchPairs(List<Branch> olds, List<Branch> news, List<Pair> pairs, Coverage coverage) {

    /** An older alternative and the newer one that it became. */
    record Pair(Branch before, Branch after) {}

    private record Candidate(int before, int after, double similarity) {}

    static BranchPairs of(List<Branch> olds, List<Branch> news, Coverage coverage) {
        if (olds.size() == 1 && news.size() == 1) {
            return new BranchPairs(olds, news, List.of(new Pair(olds.get(0), news.get(0))), coverage);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int before = 0; before < olds.size(); before++) {
            for (int after = 0; after < news.size(); after++) {
                double similarity = BranchSimilarity.of(olds.get(before), news.get(after), coverage);
                if (similarity > 0) {
                    candidates.add(new Candidate(before, after, similarity));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
        boolean[] taken = new boolean[olds.size()];
        boolean[] given = new boolean[news.size()];
        List<Pair> pairs = new ArrayList<>();
        for (Candidate each : candidates) {
            if (!taken[each.before()] && !given[each.after()]) {
                taken[each.before()] = true;
                given[each.after()] = true;
                pairs.add(new Pair(olds.get(each.before()), news.get(each.after())));
            }
        }
        return new BranchPairs(olds, news, pairs, coverage);
    }

    boolean isSingle() {
        return olds.size() == 1 && news.size() == 1;
    }

    /** Whether a lone alternative takes more than the several ones that stand on the other side for it. */
    boolean isSplitOrJoined() {
        boolean joined = olds.size() > 1 && news.size() == 1 && olds.stream().allMatch(this::isTakenAfter);
        boolean split = olds.size() == 1 && news.size() > 1 && news.stream().allMatch(this::wasTakenBefore);
        return (joined && !wasTakenBefore(news.get(0))) || (split && !isTakenAfter(olds.get(0)));
    }

    boolean isTakenAfter(Branch before) {
        return coverage.covers(news, before);
    }

    /** Whether an alternative that the older one did not become describes all that the older one did. */
    boolean isDescribedElsewhere(Pair pair) {
        return news.stream()
                .filter(branch -> !branch.equals(pair.after()))
                .filter(branch -> branch.type() != JsonType.OBJECT
                        || !branch.members().named().isEmpty())
                .anyMatch(branch -> coverage.covers(branch, pair.before()));
    }

    boolean wasTakenBefore(Branch after) {
        return coverage.covers(olds, after);
    }

    /** The older alternatives that no newer one stands for, and whose values are not taken elsewhere. */
    List<Branch> gone() {
        return olds.stream()
                .filter(branch -> pairs.stream().noneMatch(pair -> pair.before().equals(branch)))
                .filter(branch -> !isTakenAfter(branch))
                .toList();
    }

    /** The newer alternatives that were no older one, and whose values were not taken before. */
    List<Branch> fresh() {
        return news.stream()
                .filter(branch -> pairs.stream().noneMatch(pair -> pair.after().equals(branch)))
                .filter(branch -> !wasTakenBefore(branch))
                .toList();
    }
}
