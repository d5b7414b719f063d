package io.tapdeck.environment;

import java.math.BigDecimal;

/**
 * One thing that a month of an environment uses, and how much of it.
 *
 * @param price the key of its price in the price table, such as {@code aurora-serverless-v2-acu-hour}
 * @param least the least quantity a month, in the price's unit
 * @param most the greatest quantity a month that is assumed
 * @param assumption what the quantities assume, in words
 */
public record Usage(String price, BigDecimal least, BigDecimal most, String assumption) {
    /** Hours of an average month, as AWS's price calculator counts them. */
    public static final BigDecimal HOURS = BigDecimal.valueOf(730);

    public Usage {
        if (least.signum() < 0 || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(price + ": " + least + " to " + most);
        }
    }
}
