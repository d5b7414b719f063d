package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.cost.CostEstimate;
import io.tapdeck.environment.cost.PriceTable;
import org.jspecify.annotations.Nullable;

/**
 * What a month of an environment costs.
 *
 * @param before what it costs as it runs; null for a new environment
 */
record MonthlyCost(CostEstimate estimate, @Nullable CostEstimate before) {

    /**
     * Reads the price table, so not on the JavaFX thread.
     *
     * @param running null for a new environment
     */
    static MonthlyCost of(
            Blueprint blueprint, String region, EnvironmentDefinition wanted, @Nullable EnvironmentDefinition running) {
        PriceTable prices = PriceTable.builtIn();
        return new MonthlyCost(
                prices.estimate(blueprint.usage(wanted), region),
                running == null ? null : prices.estimate(blueprint.usage(running), region));
    }

    /** "$92 to $362", or that there is no price. */
    String figure() {
        return figure(estimate);
    }

    /** What it costs as it runs, where that differs; else empty. */
    String figureBefore() {
        String now = figure();
        String old = before == null ? now : figure(before);
        return old.equals(now) ? "" : old;
    }

    private static String figure(CostEstimate estimate) {
        return switch (estimate) {
            case CostEstimate.NoPrices none -> none.words();
            case CostEstimate.Range range -> range.amount() + (range.notPriced().isEmpty() ? "" : " and more");
        };
    }
}
