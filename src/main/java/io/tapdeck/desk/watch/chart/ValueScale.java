package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.MetricDescription;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis: from zero up in four or five equal steps that are round in their unit.
 *
 * @param step between grid lines, above 0
 * @param steps how many
 * @param unit of the values
 */
public record ValueScale(double step, int steps, String unit) {
    /** So much room stays above the threshold, so that the line over it can be seen. */
    private static final double ROOM = 1.15;

    /** Data may come closer to the edge than the threshold, but does not touch it. */
    private static final double DATA_ROOM = 1.03;

    private static final double[] ROUND = {1, 2, 2.5, 5};
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;

    /** Steps of a minute and longer; shorter ones are decimal, longer ones decimal in days. */
    private static final double[] DURATIONS = {
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY
    };

    /**
     * The smallest scale that holds everything.
     *
     * @param most the greatest value shown, 0 or more
     * @param threshold {@link Double#NaN} for none
     * @param unit of the values; percent and shares need no room above the whole
     */
    public static ValueScale of(double most, double threshold, String unit) {
        double all = unit.equals(MetricDescription.SHARE) ? 1 : 100;
        boolean percent = ValueText.unit(unit).equals("%") && most <= all && !(threshold > all);
        double need = Math.max(most * DATA_ROOM, Double.isNaN(threshold) ? 0 : threshold * ROOM);
        if (need <= 0) {
            return new ValueScale(0.25, 4, unit);
        }
        double enough = percent ? Math.min(need, all) : need;
        ValueScale best = null;
        for (double step : steps(enough, unit)) {
            for (int steps = 4; steps <= 5; steps++) {
                ValueScale candidate = new ValueScale(step, steps, unit);
                if (candidate.top() >= enough && (best == null || candidate.top() < best.top())) {
                    best = candidate;
                }
            }
        }
        return best == null ? new ValueScale(enough / 4, 4, unit) : best;
    }

    private static List<Double> steps(double need, String unit) {
        if (unit.equals(Amount.BYTES)) {
            double size = Math.pow(1024, Amount.power(need));
            return decimal(need / size).stream().map(step -> step * size).toList();
        }
        if (unit.equals(Amount.SECONDS) && need > MINUTE * 2) {
            List<Double> steps = new ArrayList<>();
            for (double step : DURATIONS) {
                steps.add(step);
            }
            decimal(need / DAY).stream().filter(step -> step >= 1).forEach(step -> steps.add(step * DAY));
            return steps;
        }
        return decimal(need);
    }

    private static List<Double> decimal(double need) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(need)) - 1);
        List<Double> steps = new ArrayList<>();
        for (double decade = magnitude; decade <= magnitude * 10; decade *= 10) {
            for (double round : ROUND) {
                steps.add(round * decade);
            }
        }
        steps.add(magnitude * 100);
        return steps;
    }

    /** The value at the upper edge. */
    public double top() {
        return step * steps;
    }

    /** How high a value stands: 0 at the bottom, 1 at the upper edge. */
    public double part(double value) {
        return value / top();
    }

    /** The text of a grid line; 0 is the lowest. All lines of a scale have the same unit and number of decimals. */
    public String label(int line) {
        if (line == 0) {
            return "0";
        }
        if (unit.equals(Amount.SECONDS)) {
            return duration(line);
        }
        if (unit.equals(Amount.BYTES)) {
            int power = Amount.power(top());
            return number(step / Math.pow(1024, power), line) + " " + Amount.size(power);
        }
        double read = ValueText.read(step, unit);
        if (top() >= 10_000_000) {
            return number(read / 1_000_000, line) + " M";
        }
        return top() >= 10_000 ? number(read / 1_000, line) + " k" : number(read, line);
    }

    private String duration(int line) {
        if (step >= DAY) {
            return number(step / DAY, line) + " d";
        }
        if (step >= HOUR) {
            return number(step / HOUR, line) + " h";
        }
        return step >= MINUTE ? number(step / MINUTE, line) + " min" : number(step, line) + " s";
    }

    private static String number(double step, int line) {
        int decimals = Math.max(
                0,
                BigDecimal.valueOf(step)
                        .round(new MathContext(3, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .scale());
        return BigDecimal.valueOf(step * line)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
