package io.tapdeck.monitor;

import io.tapdeck.store.AlarmArchive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which alarms went on and nobody was told yet. What was told is kept, so that a restart tells nothing twice; another
 * program that reads the same alarms takes no news away. Thread-safe.
 */
final class AlarmNews {
    private final AlarmArchive archive;
    private final Map<String, AlarmChange> untold = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    AlarmNews(AlarmArchive archive) {
        this.archive = archive;
    }

    /** Takes up what was read of a stack's alarms. */
    synchronized void read(String stackName, List<AlarmState> alarms) {
        for (AlarmState alarm : alarms) {
            // As exact as it is stored: else a restart would take the same entry for a later one.
            Instant since = alarm.since().truncatedTo(ChronoUnit.MILLIS);
            Instant until = told.computeIfAbsent(
                    alarm.arn(), arn -> archive.toldUntil(arn).orElse(Instant.MIN));
            if (until.equals(Instant.MIN)) {
                // Met for the first time: how it stands is no change.
                tell(alarm.arn(), since);
            } else if (alarm.state() != AlarmState.State.ALARM) {
                untold.remove(alarm.arn());
            } else if (since.isAfter(until)) {
                untold.put(alarm.arn(), new AlarmChange(stackName, alarm));
            }
        }
    }

    /** Oldest first. */
    synchronized List<AlarmChange> take() {
        List<AlarmChange> news = new ArrayList<>(untold.values());
        news.sort(Comparator.comparing((AlarmChange change) -> change.alarm().since()));
        untold.clear();
        news.forEach(change -> tell(change.alarm().arn(), change.alarm().since().truncatedTo(ChronoUnit.MILLIS)));
        return news;
    }

    private void tell(String arn, Instant until) {
        archive.setToldUntil(arn, until);
        told.put(arn, until);
    }
}
