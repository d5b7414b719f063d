package io.tapdeck.environment.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts of an estimate in words: no more digits than the estimate is worth. */
final class Money {
    /** From here on cents say nothing. */
    private static final BigDecimal WHOLE_DOLLARS = BigDecimal.TEN;

    private Money() {}

    /** Such as "$92 to $362", "$1.40", "$0"; a range whose ends look alike is one amount. */
    static String range(BigDecimal least, BigDecimal most) {
        String from = amount(least);
        String to = amount(most);
        return from.equals(to) ? to : from + " to " + to;
    }

    private static String amount(BigDecimal dollars) {
        boolean whole = dollars.signum() == 0 || dollars.compareTo(WHOLE_DOLLARS) >= 0;
        return String.format(Locale.ROOT, "$%,." + (whole ? 0 : 2) + "f", dollars.setScale(2, RoundingMode.HALF_UP));
    }
}
