package dev.toolsmith.generator.compare.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number that values may reach but not pass.
 *
 * @param value the number
 * @param exclusive whether they may not even reach it
 */
record Bound(BigDecimal value, boolean exclusive) {

    /** The same bound for whole numbers, which always reach theirs. */
    Bound whole(boolean lower) {
        BigDecimal near = value.setScale(0, lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (exclusive && near.compareTo(value) == 0) {
            near = lower ? near.add(BigDecimal.ONE) : near.subtract(BigDecimal.ONE);
        }
        return new Bound(near, false);
    }

    String text() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
