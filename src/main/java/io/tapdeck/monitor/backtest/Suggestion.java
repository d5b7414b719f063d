package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * A threshold that history suggests, and why.
 *
 * @param wanted how often the alarm was to have fired
 * @param threshold within the setting's range, on its step
 * @param result what the alarm would have done at it; it may have fired more often than wanted, where several episodes
 *     begin at one value
 * @param percentile how many of all period values are below the threshold, 0 to 100; NaN without values
 * @param highest the highest period value of the history; NaN without values
 * @param worst the longest episode at the threshold; for a threshold that never fires the longest that it just avoids, at
 *     one step less; empty if there is none
 */
public record Suggestion(
        int wanted,
        BigDecimal threshold,
        BackTestResult result,
        double percentile,
        double highest,
        Optional<Episode> worst) {

    /** How far the threshold is above the highest value, in the metric's unit; negative if below, NaN without values. */
    public double headroom() {
        return threshold.doubleValue() - highest;
    }

    /**
     * The threshold at which the alarm would have fired {@code times} times; for 0 the lowest that never fires, else the
     * highest that fires that often. Tries many thresholds, so it is called aside.
     *
     * <p>The time in ALARM only falls as the threshold rises, the number of episodes does not: a lower threshold begins new
     * episodes but also joins old ones to one. So the lowest threshold that never fires is found by bisection. From there
     * thresholds are tried one by one downwards, only those at which an evaluation changes, until the wanted number is
     * reached for the first time; lower ones would fire as often by joining episodes, and be in ALARM for longer.
     *
     * @return empty if nothing could be counted, or if no allowed threshold fires so often, or never
     * @throws IllegalArgumentException if the alarm does not fire at or above its threshold, as every described alarm does
     */
    public static Optional<Suggestion> of(BackTest test, AlarmDescription description, int times) {
        if (test.rule().comparison() != Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD) {
            throw new IllegalArgumentException(test.rule().comparison() + " has no suggestion");
        }
        return new ThresholdSearch(test, description).firing(times).map(found -> of(test, description, times, found));
    }

    private static Suggestion of(BackTest test, AlarmDescription description, int times, BigDecimal threshold) {
        BackTestResult result = test.at(threshold.doubleValue());
        BackTestResult firing = result.times() > 0
                ? result
                : test.at(threshold.subtract(description.step()).doubleValue());
        PeriodValues values = new PeriodValues(test);
        return new Suggestion(
                times,
                threshold,
                result,
                values.percentBelow(threshold.doubleValue()),
                values.highest(),
                firing.episodes().stream().max(Comparator.comparing(Episode::length)));
    }
}
