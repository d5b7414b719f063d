package io.tapdeck.monitor;

import io.tapdeck.store.AlarmArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** What nobody was told yet, oldest first; the same again until {@link #told}. */
    synchronized List<AlarmChange> untold() {
        return untold.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(change -> change.ring().from()))
                .toList();
    }

    /**
     * People were told these.
     *
     * @throws io.tapdeck.store.StoreException if that cannot be kept: then they are told again after a restart, not before
     */
    synchronized void told(Collection<AlarmChange> changes) {
        Map<String, Instant> until = new HashMap<>();
        changes.forEach(change -> until.merge(
                change.alarm().arn(),
                Times.later(since(change.alarm()), change.ring().from()),
                Times::later));
        until.forEach((arn, at) -> {
            told.merge(arn, at, Times::later);
            // It may have gone on once more since these were handed out.
            untold.computeIfPresent(arn, (same, all) -> {
                List<AlarmChange> rest = all.stream()
                        .filter(change -> !change.ring().from().isBefore(at.plus(SAME)))
                        .toList();
                return rest.isEmpty() ? null : rest;
            });
        });
        until.keySet().forEach(arn -> archive.setToldUntil(arn, Objects.requireNonNull(told.get(arn))));
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
