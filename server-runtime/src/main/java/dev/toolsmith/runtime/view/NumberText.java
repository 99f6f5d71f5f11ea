package dev.toolsmith.runtime.view;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts for people. */
public final class NumberText {

    private static final int MOST_DIGITS = 30;

    private NumberText() {}

    /** An amount with its thousands divided by commas, such as {@code 120,000} or {@code 0.5}; nothing is rounded. */
    public static String of(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > MOST_DIGITS || plain.scale() > MOST_DIGITS) {
            return number.toString();
        }
        DecimalFormat format = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(plain);
    }
}
