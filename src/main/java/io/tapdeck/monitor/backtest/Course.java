package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.backtest.History.Stretch;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What each evaluation over one stretch comes to, for every threshold at once. An evaluation only counts values beyond the
 * threshold, so its outcome changes at one threshold, at most two: "ALARM up to 71.4, else OK". These are found once;
 * trying a threshold is then one comparison for each evaluation.
 *
 * <p>Values are {@link Comparison#badness}: greater is worse. Evaluation {@code i} takes place at the end of slot
 * {@code i - 1} and looks at windows that end there, one period earlier, two periods earlier, and so on.
 */
final class Course {
    /** In place of a threshold up to which the state stays: there is no data, whatever the threshold. */
    private static final double NO_DATA = Double.NaN;

    private final BackTestRule rule;

    /** Slots in a period. */
    private final int slots;

    /** Of the window that ends at each evaluation; NaN is missing. */
    final double[] values;

    /** The alarm is in ALARM up to this threshold, */
    private final double[] alarmUpTo;

    /** and stays as it is up to this one. */
    private final double[] keepUpTo;

    /** The first evaluation of which all is known; as many as there are evaluations if there is none. */
    final int first;

    /** Follows {@code stretch}, which the rule can be counted over. */
    Course(BackTestRule rule, Stretch stretch) {
        this.rule = rule;
        this.slots = (int) (rule.periodSeconds() / stretch.resolution().toSeconds());
        this.values = windows(stretch.slots(rule.zeroWhereMissing()));
        this.alarmUpTo = new double[values.length];
        this.keepUpTo = new double[values.length];
        Arrays.fill(alarmUpTo, Double.NEGATIVE_INFINITY);
        Arrays.fill(keepUpTo, Double.POSITIVE_INFINITY);
        int known = values.length;
        SortedWindow window = new SortedWindow(rule.evaluationPeriods() + 1);
        int[] real = new int[values.length / slots + 1];
        for (int phase = 0; phase < slots; phase++) {
            window.clear();
            known = Math.min(known, follow(slots + phase, real, window));
        }
        first = known;
    }

    private double[] windows(double[] points) {
        double[] windows = new double[points.length + 1];
        Arrays.fill(windows, Double.NaN);
        Statistic statistic = Statistic.of(rule.statistic());
        for (int end = slots; end <= points.length; end++) {
            windows[end] = rule.comparison().badness(statistic.of(points, end - slots, end));
        }
        return windows;
    }

    /**
     * Judges the evaluations whose windows share their borders: every period's from {@code start} on.
     *
     * @param real room for the numbers of the periods with data
     * @return the first evaluation that could be judged
     */
    private int follow(int start, int[] real, SortedWindow window) {
        int known = values.length;
        int count = 0;
        int inRange = 0;
        int evaluated = 0;
        for (int period = 0, at = start; at < values.length; period++, at += slots) {
            if (!Double.isNaN(values[at])) {
                real[count++] = period;
                window.add(values[at]);
            }
            while (inRange < count && real[inRange] <= period - rule.evaluationRange()) {
                inRange++;
            }
            for (int oldest = Math.max(inRange, count - rule.evaluationPeriods()); evaluated < oldest; evaluated++) {
                window.remove(values[start + real[evaluated] * slots]);
            }
            boolean whole = period + 1 >= rule.evaluationRange();
            if (whole || count - inRange >= rule.evaluationPeriods()) {
                known = Math.min(known, at);
                judge(at, count - inRange, inRange < count ? period - real[inRange] + 1 : 0, window);
            }
        }
        return known;
    }

    /**
     * The rules of the user guide, "How alarm state is evaluated when data is missing" and "Avoiding premature
     * transitions".
     *
     * @param real how many periods of the evaluation range have data
     * @param age of the oldest of them, in periods: 1 is the newest period
     */
    private void judge(int at, int real, int age, SortedWindow window) {
        int missing = Math.max(0, rule.evaluationPeriods() - real);
        MissingData treatment = rule.missingData();
        int needed = rule.datapointsToAlarm() - (treatment == MissingData.BREACHING ? missing : 0);
        alarmUpTo[at] = needed <= 0 ? Double.POSITIVE_INFINITY : window.fromTop(needed);
        keepUpTo[at] = Double.NEGATIVE_INFINITY;
        boolean undecided = treatment == MissingData.MISSING || treatment == MissingData.IGNORE;
        if (missing == 0 || !undecided) {
            return;
        }
        if (real == 0) {
            keepUpTo[at] = treatment == MissingData.IGNORE ? Double.POSITIVE_INFINITY : NO_DATA;
        } else if (age >= rule.datapointsToAlarm()) {
            // All there is breaches, and it began at least M periods ago.
            if (treatment == MissingData.IGNORE) {
                keepUpTo[at] = window.least();
            } else {
                alarmUpTo[at] = Math.max(alarmUpTo[at], window.least());
            }
        }
    }

    /** Slots in a period. */
    int slots() {
        return slots;
    }

    /** How many evaluations there are, those before {@link #first} included. */
    int length() {
        return values.length;
    }

    /** The outcome of an evaluation at a threshold, which is badness as well. */
    Outcome outcome(int at, double threshold) {
        if (reaches(alarmUpTo[at], threshold)) {
            return Outcome.ALARM;
        }
        if (Double.isNaN(keepUpTo[at])) {
            return Outcome.INSUFFICIENT_DATA;
        }
        return reaches(keepUpTo[at], threshold) ? Outcome.KEPT : Outcome.OK;
    }

    /** Whether a value breaches a threshold; both as badness. */
    boolean reaches(double upTo, double threshold) {
        return rule.comparison().breachesAtEquality() ? upTo >= threshold : upTo > threshold;
    }

    /** The thresholds, as badness, at which the outcome of an evaluation changes. */
    DoubleStream limits() {
        return DoubleStream.concat(Arrays.stream(alarmUpTo), Arrays.stream(keepUpTo))
                .filter(Double::isFinite);
    }

    /** The worst value that the evaluations {@code [from, to)} were decided by; NaN if they had no data. */
    double worst(int from, int to) {
        int oldest = Math.max(slots, from - (rule.evaluationPeriods() - 1) * slots);
        double worst = Double.NaN;
        for (int at = oldest; at < to; at++) {
            if (!Double.isNaN(values[at]) && !(values[at] <= worst)) {
                worst = values[at];
            }
        }
        return worst;
    }

    /** What an evaluation comes to. */
    enum Outcome {
        OK,
        ALARM,
        INSUFFICIENT_DATA,
        /** The state stays as it was. */
        KEPT
    }
}
