package io.tapdeck.monitor;

import io.tapdeck.store.AlarmArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which alarms went on and nobody was told yet, as their history has it: also one that rang between two readings. What
 * was told is kept, so that a restart tells nothing twice; another program that reads the same alarms takes no news away.
 * Thread-safe.
 */
final class AlarmNews {
    /** An alarm's own time of a change and its history's may differ a little; none is evaluated as often as this. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private final AlarmArchive archive;
    private final Map<String, List<AlarmChange>> untold = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    AlarmNews(AlarmArchive archive) {
        this.archive = archive;
    }

    /** Those that have changed since people knew all about them: whose history is needed by {@link #read}. */
    synchronized List<AlarmState> changed(List<AlarmState> alarms) {
        List<AlarmState> changed = new ArrayList<>();
        for (AlarmState alarm : alarms) {
            Instant until = until(alarm);
            if (until.equals(Instant.MIN)) {
                // Met for the first time: how it stands, and what was before, is no change.
                tell(alarm.arn(), since(alarm));
            } else if (since(alarm).isAfter(until)) {
                changed.add(alarm);
            }
        }
        return changed;
    }

    /**
     * Takes up one of the changed alarms.
     *
     * @param history its changes of state, newest first
     * @param complete whether the history has been read up to now
     */
    synchronized void read(
            String stackName, AlarmState alarm, List<AlarmTransition> history, boolean complete, boolean hushed) {
        Instant from = until(alarm).plus(SAME);
        List<AlarmRing> rings = new ArrayList<>(AlarmRing.of(history).stream()
                .filter(ring -> !ring.from().isBefore(from))
                .toList());
        boolean on = alarm.state() == AlarmState.State.ALARM;
        if (on && rings.stream().noneMatch(ring -> ring.to() == null)) {
            rings.add(new AlarmRing(alarm.alarmId(), alarm.since(), null, alarm.reason()));
        }
        if (!rings.isEmpty()) {
            untold.put(
                    alarm.arn(),
                    rings.stream()
                            .map(ring -> new AlarmChange(stackName, alarm, ring, hushed))
                            .toList());
        } else if (complete) {
            tell(alarm.arn(), since(alarm));
        }
    }

    /** Oldest first. */
    synchronized List<AlarmChange> take() {
        List<AlarmChange> news = untold.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(change -> change.ring().from()))
                .toList();
        untold.clear();
        news.forEach(change -> tell(
                change.alarm().arn(),
                Times.later(since(change.alarm()), change.ring().from())));
        return news;
    }

    /** As exact as it is stored: else a restart would take the same change for a later one. */
    private static Instant since(AlarmState alarm) {
        return alarm.since().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant until(AlarmState alarm) {
        return told.computeIfAbsent(alarm.arn(), arn -> archive.toldUntil(arn).orElse(Instant.MIN));
    }

    private void tell(String arn, Instant until) {
        archive.setToldUntil(arn, until);
        told.put(arn, until);
    }
}
