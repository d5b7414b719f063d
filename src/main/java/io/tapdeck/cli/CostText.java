package io.tapdeck.cli;

import io.tapdeck.environment.cost.CostEstimate;
import java.io.PrintStream;

/** The price of a month in words, with what it assumes. */
final class CostText {
    private CostText() {}

    static void print(PrintStream to, CostEstimate estimate) {
        switch (estimate) {
            case CostEstimate.NoPrices none -> to.println(none.words() + ": what a month costs is not known.");
            case CostEstimate.Range range -> {
                to.printf(
                        "Estimated in %s: %s (prices read from %s on).%n",
                        range.region(), range.words(), range.oldestPrice());
                range.lines().forEach(line -> to.println("  " + line.words()));
            }
        }
    }
}
