package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.backtest.BackTest.Segment;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The datapoints by which an alarm went to ALARM and stayed there: those of the M of N that breached. Datapoints slide with
 * each evaluation; these are cut where the evaluation that began the episode cut them, so that no two overlap.
 */
final class Breaches {
    private final BackTestRule rule;
    private final double badness;
    private final TreeMap<Instant, BackTest.Breach> found = new TreeMap<>();

    Breaches(BackTestRule rule, double threshold) {
        this.rule = rule;
        this.badness = rule.comparison().badness(threshold);
    }

    /** The datapoints of all episodes, oldest first. */
    static List<BackTest.Breach> of(BackTestRule rule, List<Segment> segments, BackTestResult result) {
        Breaches breaches = new Breaches(rule, result.threshold());
        for (Episode episode : result.episodes()) {
            segments.forEach(segment -> breaches.add(segment, episode));
        }
        return new ArrayList<>(breaches.found.values());
    }

    private void add(Segment segment, Episode episode) {
        Course course = segment.course();
        int at = course.first;
        while (at < course.length() && segment.at(at).isBefore(episode.from())) {
            at++;
        }
        for (; at < course.length() && holds(episode, segment.at(at)); at += course.slots()) {
            evaluate(segment, at);
        }
    }

    private static boolean holds(Episode episode, Instant evaluation) {
        return evaluation.isBefore(episode.to()) || (episode.open() && evaluation.equals(episode.to()));
    }

    /** The newest N with data count, and as many of the missing ones as are needed to have N. */
    private void evaluate(Segment segment, int at) {
        Course course = segment.course();
        int real = 0;
        List<Integer> missing = new ArrayList<>();
        for (int period = 0; period < rule.evaluationRange() && real < rule.evaluationPeriods(); period++) {
            int end = at - period * course.slots();
            if (end < course.slots()) {
                break;
            }
            if (Double.isNaN(course.values[end])) {
                missing.add(end);
            } else {
                real++;
                if (course.reaches(course.values[end], badness)) {
                    put(segment, end, OptionalDouble.of(rule.comparison().badness(course.values[end])));
                }
            }
        }
        if (rule.missingData() == MissingData.BREACHING) {
            missing.stream()
                    .limit(rule.evaluationPeriods() - (long) real)
                    .forEach(end -> put(segment, end, OptionalDouble.empty()));
        }
    }

    private void put(Segment segment, int end, OptionalDouble value) {
        Instant to = segment.at(end);
        found.putIfAbsent(to, new BackTest.Breach(to.minusSeconds(rule.periodSeconds()), to, value));
    }
}
