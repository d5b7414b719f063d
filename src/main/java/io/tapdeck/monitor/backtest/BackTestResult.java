package io.tapdeck.monitor.backtest;

import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an alarm would have done at one threshold.
 *
 * @param threshold the candidate
 * @param band the alarm's states over what was counted, oldest first; a hole is where nothing was counted;
 *     the last is the state at the end, even if that was entered there and has no length
 * @param episodes the spans in ALARM, oldest first
 * @param parts the history in stretches that were counted alike, oldest first, without holes between touching stretches
 */
public record BackTestResult(double threshold, List<StateSpan> band, List<Episode> episodes, List<Part> parts) {
    public BackTestResult {
        band = List.copyOf(band);
        episodes = List.copyOf(episodes);
        parts = List.copyOf(parts);
    }

    /** A span in one state. */
    public record StateSpan(AlarmState.State state, Instant from, Instant to) {}

    /**
     * A span in ALARM.
     *
     * @param from the evaluation that began it
     * @param to the evaluation that ended it, or the end of what was counted
     * @param open whether it was still in ALARM at {@code to}
     * @param worst the value furthest beyond the threshold among the periods that it was decided by; empty without data
     */
    public record Episode(Instant from, Instant to, boolean open, OptionalDouble worst) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** A stretch of history that was counted in one way. */
    public record Part(Instant from, Instant to, Basis basis) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** How often the alarm would have gone to ALARM. */
    public int times() {
        return episodes.size();
    }

    /** How long in total it would have been in ALARM. */
    public Duration inAlarm() {
        return episodes.stream().map(Episode::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The longest span in ALARM; zero if there is none. */
    public Duration longest() {
        return episodes.stream().map(Episode::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How much history was counted. */
    public Duration counted() {
        return parts.stream()
                .filter(part -> part.basis().exactness() != Exactness.NOT_COUNTED)
                .map(Part::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How exact the whole count is: as its least exact part that was counted, or not counted at all. */
    public Exactness exactness() {
        return parts.stream()
                .map(part -> part.basis().exactness())
                .filter(exactness -> exactness != Exactness.NOT_COUNTED)
                .max(Exactness::compareTo)
                .orElse(Exactness.NOT_COUNTED);
    }
}
