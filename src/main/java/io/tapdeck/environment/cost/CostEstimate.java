package io.tapdeck.environment.cost;

import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a month of an environment costs, as far as the price table knows. */
public sealed interface CostEstimate {

    /** One sentence without its full stop, such as "$92 to $362 a month". */
    String words();

    /**
     * The table has no price for the region at all.
     *
     * @param region such as {@code eu-central-1}
     */
    record NoPrices(String region) implements CostEstimate {
        @Override
        public String words() {
            return "No prices for " + region;
        }
    }

    /**
     * From the least to the most a month.
     *
     * @param region such as {@code us-east-1}
     * @param least in US dollars, without what is not priced
     * @param most in US dollars, without what is not priced
     * @param lines what it is made of, in the blueprint's order
     * @param notPriced what the table has no price for, and so is not in the sums
     */
    record Range(String region, BigDecimal least, BigDecimal most, List<Line> lines, List<Usage> notPriced)
            implements CostEstimate {
        public Range {
            lines = List.copyOf(lines);
            notPriced = List.copyOf(notPriced);
        }

        @Override
        public String words() {
            String range = Money.range(least, most) + " a month";
            return notPriced.isEmpty()
                    ? range
                    : notPriced.stream()
                            .map(Usage::assumption)
                            .collect(Collectors.joining("; ", range + " and what has no price here: ", ""));
        }

        /** Such as "$92 to $362": what has a price. */
        public String amount() {
            return Money.range(least, most);
        }

        /** The oldest date of its prices; today's prices may differ. */
        public LocalDate oldestPrice() {
            return lines.stream()
                    .map(line -> line.price().date())
                    .min(LocalDate::compareTo)
                    .orElse(LocalDate.EPOCH);
        }
    }

    /** One usage and what it costs a month. */
    record Line(Usage usage, Price price) {

        /** In US dollars. */
        public BigDecimal least() {
            return usage.least().multiply(price.perUnit());
        }

        /** In US dollars. */
        public BigDecimal most() {
            return usage.most().multiply(price.perUnit());
        }

        /** Such as "$88 to $350: two instances, always at the minimum to always at the maximum capacity". */
        public String words() {
            return Money.range(least(), most()) + ": " + usage.assumption();
        }
    }
}
