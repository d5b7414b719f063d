package io.tapdeck.monitor.backtest;

import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import io.tapdeck.monitor.backtest.History.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Says what an alarm would have done at another threshold, by CloudWatch's own rules (CloudWatch user guide, "Evaluating an
 * alarm"): period, M of N, missing data, and a window that slides with each evaluation. Values every minute are evaluated
 * every minute, coarser ones once for each. State goes on from one stretch of history to the next if they touch.
 *
 * <p>Making one costs some milliseconds and is done aside; {@link #at} is quick enough for every frame of a drag. Immutable.
 */
public final class BackTest {
    private final BackTestRule rule;
    private final State startingState;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /**
     * A stretch that can be counted.
     *
     * @param touches whether the alarm's state goes on from the segment before
     */
    record Segment(Instant from, long step, Course course, boolean touches) {
        Instant at(int evaluation) {
            return from.plusSeconds(evaluation * step);
        }
    }

    /**
     * A datapoint of the alarm that breached.
     *
     * @param from start of its period
     * @param to end of its period
     * @param value empty for one that is missing and counts as breaching
     */
    public record Breach(Instant from, Instant to, OptionalDouble value) {}

    private BackTest(BackTestRule rule, State startingState) {
        this.rule = rule;
        this.startingState = startingState;
    }

    /** A back-test of an alarm that has just been made: it starts with INSUFFICIENT_DATA. */
    public static BackTest of(History history, BackTestRule rule) {
        return of(history, rule, State.INSUFFICIENT_DATA);
    }

    /**
     * A back-test of an alarm.
     *
     * @param startingState which the alarm has before the first evaluation, and after a hole in the history
     */
    public static BackTest of(History history, BackTestRule rule, State startingState) {
        BackTest test = new BackTest(rule, startingState);
        @Nullable Instant end = null;
        @Nullable Instant counted = null;
        for (Stretch stretch : history.stretches()) {
            counted = test.add(stretch, stretch.from().equals(end) ? counted : null);
            end = stretch.to();
        }
        return test;
    }

    /**
     * Adds a stretch.
     *
     * @param before until when the history that it touches is counted, or null if that is not counted or not there
     * @return until when the history is counted now, or null if the stretch is not counted
     */
    private @Nullable Instant add(Stretch stretch, @Nullable Instant before) {
        Basis basis = Basis.of(rule, stretch.resolution().toSeconds());
        if (basis.exactness() == Exactness.NOT_COUNTED) {
            addPart(stretch.from(), stretch.to(), basis);
            return null;
        }
        Course course = new Course(rule, stretch);
        Segment segment = new Segment(stretch.from(), stretch.resolution().toSeconds(), course, before != null);
        Instant end = segment.at(course.length() - 1);
        boolean judged = course.first < course.length();
        Instant known = judged ? segment.at(course.first) : end;
        if (before == null && !judged) {
            addPart(stretch.from(), end, Basis.NOTHING_BEFORE);
            return null;
        }
        segments.add(segment);
        // Until the windows are filled anew the state goes on, as far as the coarser data told.
        addPart(
                before == null ? stretch.from() : before,
                known,
                before == null ? Basis.NOTHING_BEFORE : Basis.COARSE_DATA);
        addPart(known, end, basis);
        return end;
    }

    private void addPart(Instant from, Instant to, Basis basis) {
        if (from.isBefore(to)) {
            parts.add(new Part(from, to, basis));
        }
    }

    /** What the alarm would have done at a threshold, which is a number. */
    public BackTestResult at(double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("a threshold is a number");
        }
        return new BackTestRun(rule, startingState, segments, threshold).result(parts);
    }

    /**
     * The datapoints by which the alarm would have gone to ALARM at a threshold, and stayed there: those of the M of N that
     * breached, oldest first, no two over one another. A value beyond the threshold that makes no alarm is not among them.
     */
    public List<Breach> breaches(double threshold) {
        return Breaches.of(rule, segments, at(threshold));
    }

    /** The rule that it tests. */
    public BackTestRule rule() {
        return rule;
    }

    /** The parts of the history, and how each is counted; the same for every threshold. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    List<Segment> segments() {
        return segments;
    }
}
