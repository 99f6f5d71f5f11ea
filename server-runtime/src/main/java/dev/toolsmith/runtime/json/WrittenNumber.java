package dev.toolsmith.runtime.json;

import java.math.BigDecimal;
import tools.jackson.databind.node.DecimalNode;

/** A number that is written as it came, such as {@code 1E2} or {@code -0}, where its value alone would be written otherwise. */
final class WrittenNumber extends DecimalNode {

    private static final long serialVersionUID = 1L;

    private final String text;

    WrittenNumber(BigDecimal value, String text) {
        super(value);
        this.text = text;
    }

    String text() {
        return text;
    }
}
