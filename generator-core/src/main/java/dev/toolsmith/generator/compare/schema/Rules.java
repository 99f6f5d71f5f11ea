package dev.toolsmith.generator.compare.schema;

import java.math.BigDecimal;

/** Asks whether rules follow from others. */
final class Rules {

    private Rules() {}

    /** Whether all values of an alternative surely keep a rule. */
    static boolean isKept(Rule rule, Branch branch) {
        return branch.rules().contains(rule)
                || branch.rules().stream().anyMatch(each -> follows(rule, each))
                || (branch.values().isPresent()
                        && branch.values().get().stream()
                                .allMatch(value -> ValueCheck.isTaken(
                                        Branch.free(
                                                        branch.type(),
                                                        branch.members()
                                                                .others()
                                                                .source())
                                                .withRule(rule),
                                        value)));
    }

    private static boolean follows(Rule rule, Rule from) {
        if (!from.keyword().equals(Rule.MULTIPLE)) {
            return false;
        }
        BigDecimal step = new BigDecimal(from.value());
        if (rule.equals(Rule.WHOLE)) {
            return step.stripTrailingZeros().scale() <= 0;
        }
        return rule.keyword().equals(Rule.MULTIPLE)
                && step.remainder(new BigDecimal(rule.value())).signum() == 0;
    }
}
