package io.tapdeck.desk.watch.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The vertical axis: from zero up in four or five equal steps of a round number.
 *
 * @param step between grid lines, above 0
 * @param steps how many
 */
public record ValueScale(double step, int steps) {
    /** So much room stays above the threshold, so that the line over it can be seen. */
    private static final double ROOM = 1.15;

    /** Data may come closer to the edge than the threshold, but does not touch it. */
    private static final double DATA_ROOM = 1.03;

    private static final double[] ROUND = {1, 2, 2.5, 5};

    /**
     * The smallest scale that holds everything.
     *
     * @param most the greatest value shown, 0 or more
     * @param threshold {@link Double#NaN} for none
     * @param unit of the values; what is in percent needs no room above 100
     */
    public static ValueScale of(double most, double threshold, String unit) {
        double data = unit.equals("%") && most <= 100 ? Math.min(most * DATA_ROOM, 100) : most * DATA_ROOM;
        double need = Math.max(data, Double.isNaN(threshold) ? 0 : threshold * ROOM);
        if (need <= 0) {
            return new ValueScale(0.25, 4);
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(need)) - 1);
        ValueScale best = new ValueScale(magnitude * 100, 5);
        for (double decade = magnitude; decade <= magnitude * 10; decade *= 10) {
            for (double round : ROUND) {
                for (int steps = 4; steps <= 5; steps++) {
                    ValueScale candidate = new ValueScale(round * decade, steps);
                    if (candidate.top() >= need && candidate.top() < best.top()) {
                        best = candidate;
                    }
                }
            }
        }
        return best;
    }

    /** The value at the upper edge. */
    public double top() {
        return step * steps;
    }

    /** How high a value stands: 0 at the bottom, 1 at the upper edge. */
    public double part(double value) {
        return value / top();
    }

    /** The text of a grid line; 0 is the lowest. All lines of a scale have the same number of decimals. */
    public String label(int line) {
        if (line == 0) {
            return "0";
        }
        int decimals = Math.max(
                0,
                BigDecimal.valueOf(step)
                        .round(new java.math.MathContext(3, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .scale());
        return BigDecimal.valueOf(step * line)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
