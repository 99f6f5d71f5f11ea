package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.plan.PatternRule;
import java.math.BigDecimal;

/** Asks whether a single value is one that an alternative takes. */
final class ValueCheck {

    private ValueCheck() {}

    /** Whether the value is surely taken; no when that is not known. */
    static boolean isTaken(Branch branch, JsonNode value) {
        if (branch.values().isPresent()) {
            return branch.values().get().contains(value);
        }
        return keepsLimits(branch, value)
                && branch.rules().stream().allMatch(rule -> keeps(rule, value))
                && (value.isValueNode() || branch.isFree());
    }

    static boolean keepsLimits(Branch branch, JsonNode value) {
        return branch.limits().entrySet().stream()
                .allMatch(each -> each.getKey().isKept(each.getValue(), size(value)));
    }

    private static boolean keeps(Rule rule, JsonNode value) {
        if (rule.equals(Rule.WHOLE)) {
            return value.decimalValue().stripTrailingZeros().scale() <= 0;
        }
        if (rule.keyword().equals(Rule.MULTIPLE)) {
            return value.decimalValue().remainder(new BigDecimal(rule.value())).signum() == 0;
        }
        return rule.keyword().equals(Rule.PATTERN) && matches(rule.value(), value.textValue());
    }

    private static boolean matches(String pattern, String text) {
        return PatternRule.compiled(pattern)
                .filter(expression -> expression.matcher(text).find())
                .isPresent();
    }

    private static BigDecimal size(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual()) {
            String text = value.textValue();
            return BigDecimal.valueOf(text.codePointCount(0, text.length()));
        }
        return BigDecimal.valueOf(value.size());
    }
}
