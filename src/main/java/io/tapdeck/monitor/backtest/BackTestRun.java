package io.tapdeck.monitor.backtest;

import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.backtest.BackTest.Segment;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import io.tapdeck.monitor.backtest.BackTestResult.StateSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One pass over all evaluations at one threshold. */
final class BackTestRun {
    private final BackTestRule rule;
    private final double threshold;
    private final double badness;
    private final List<StateSpan> band = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private State state;
    private Instant since = Instant.MIN;

    /** The worst value of the span that lasts, in the segments before this one. */
    private double worst = Double.NaN;

    BackTestRun(BackTestRule rule, State startingState, List<Segment> segments, double threshold) {
        this.rule = rule;
        this.threshold = threshold;
        this.badness = rule.comparison().badness(threshold);
        this.state = startingState;
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i + 1 == segments.size() || !segments.get(i + 1).touches();
            if (!segments.get(i).touches()) {
                state = startingState;
            }
            run(segments.get(i), last);
        }
    }

    private void run(Segment segment, boolean last) {
        Course course = segment.course();
        int begun = segment.touches() ? 0 : course.first;
        if (!segment.touches()) {
            since = segment.at(course.first);
        }
        for (int at = course.first; at < course.length(); at++) {
            State next = next(course.outcome(at, badness));
            if (next != state) {
                end(segment, begun, at, false);
                state = next;
                begun = at;
            }
        }
        if (last) {
            end(segment, begun, course.length() - 1, true);
        } else {
            worst = worse(worst, course.worst(begun, course.length()));
        }
    }

    private State next(Course.Outcome outcome) {
        return switch (outcome) {
            case OK -> State.OK;
            case ALARM -> State.ALARM;
            case INSUFFICIENT_DATA -> State.INSUFFICIENT_DATA;
            case KEPT -> state;
        };
    }

    /** Ends the span that lasts, which in this segment began with the evaluation {@code begun}. */
    private void end(Segment segment, int begun, int at, boolean open) {
        Instant to = segment.at(at);
        if (since.isBefore(to) || open) {
            band.add(new StateSpan(state, since, to));
            if (state == State.ALARM) {
                double value = worse(worst, segment.course().worst(begun, open ? at + 1 : at));
                episodes.add(new Episode(since, to, open, shown(value)));
            }
        }
        since = to;
        worst = Double.NaN;
    }

    private static double worse(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
    }

    private OptionalDouble shown(double value) {
        return Double.isNaN(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(rule.comparison().badness(value));
    }

    BackTestResult result(List<Part> parts) {
        return new BackTestResult(threshold, band, episodes, parts);
    }
}
