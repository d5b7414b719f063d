package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.AlarmDescription;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Looks for a threshold among those that an alarm's setting allows: the multiples of its step in its range. */
final class ThresholdSearch {
    private final BackTest test;
    private final BigDecimal step;
    private final long least;
    private final long most;

    ThresholdSearch(BackTest test, AlarmDescription description) {
        this.test = test;
        this.step = description.step();
        this.least = description.minimum().divide(step, 0, RoundingMode.CEILING).longValueExact();
        this.most = description.maximum().divide(step, 0, RoundingMode.FLOOR).longValueExact();
    }

    /** See {@link Suggestion#of}. */
    Optional<BigDecimal> firing(int times) {
        if (test.segments().isEmpty()) {
            return Optional.empty();
        }
        long quiet = lowestQuiet();
        if (times == 0) {
            return quiet > most ? Optional.empty() : Optional.of(threshold(quiet));
        }
        for (long candidate : changes().headSet(quiet, false).descendingSet()) {
            if (timesAt(candidate) >= times) {
                return Optional.of(threshold(candidate));
            }
        }
        return Optional.empty();
    }

    /** The lowest allowed threshold that never fires; one more than the most if there is none. */
    private long lowestQuiet() {
        long low = least;
        long high = most + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (timesAt(middle) == 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The highest allowed thresholds at which an evaluation still comes to ALARM, or still keeps its state. */
    private NavigableSet<Long> changes() {
        NavigableSet<Long> changes = new TreeSet<>();
        changes.add(most);
        for (BackTest.Segment segment : test.segments()) {
            segment.course().limits().forEach(limit -> {
                long multiple = BigDecimal.valueOf(limit)
                        .divide(step, 0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(most))
                        .longValueExact();
                if (multiple >= least) {
                    changes.add(multiple);
                }
            });
        }
        return changes;
    }

    private int timesAt(long multiple) {
        return test.at(threshold(multiple).doubleValue()).times();
    }

    private BigDecimal threshold(long multiple) {
        return step.multiply(BigDecimal.valueOf(multiple));
    }
}
