package io.tapdeck.desk.alarms;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.alarms.AlarmEntry.Part;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.desk.home.HomeModel;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.desk.home.Source;
import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmRing;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The alarms of all environments. Every method reads what is kept on this computer, and asks nobody. Blocks.
 *
 * @param sources those that were open when the rows were read; a row of one that was closed since is left out
 * @param now the time of each source: a sandbox has one of its own
 */
record AlarmBook(List<Source> sources, Knowledge known, Map<Session, Instant> now) {
    /** How far back it is told what has ended. */
    private static final Duration RECENT = Duration.ofDays(7);

    /** What is known now. On the JavaFX thread. */
    static AlarmBook of(HomeModel environments) {
        List<Source> sources = environments.sources();
        return new AlarmBook(
                sources,
                environments.knowledgeProperty().get(),
                sources.stream()
                        .collect(Collectors.toMap(
                                Source::session, source -> source.clock().instant(), (one, same) -> one)));
    }

    /** On first, then those without data, then what has ended; in each the newest first. */
    List<AlarmEntry> all() {
        List<AlarmEntry> all = new ArrayList<>(on());
        List<AlarmEntry> waiting = new ArrayList<>();
        List<AlarmEntry> ended = new ArrayList<>();
        for (EnvironmentRow row : known.rows()) {
            of(row, State.INSUFFICIENT_DATA).forEach(alarm -> waiting.add(entry(Part.WAITING, row, alarm, List.of())));
            kept(row, (monitor, watched) -> monitor.rings(watched, now(row).minus(RECENT))).stream()
                    .filter(ring -> ring.to() != null)
                    .forEach(ring -> row.alarms().stream()
                            .filter(alarm -> alarm.alarmId().equals(ring.alarmId()))
                            .forEach(alarm -> ended.add(entry(row, alarm, ring))));
        }
        all.addAll(newestFirst(waiting));
        all.addAll(newestFirst(ended));
        return all;
    }

    /** Those that are on. */
    List<AlarmEntry> on() {
        List<AlarmEntry> on = new ArrayList<>();
        for (EnvironmentRow row : known.rows()) {
            List<AlarmState> ringing = of(row, State.ALARM);
            if (!ringing.isEmpty()) {
                List<Acknowledgement> seen = kept(row, Monitor::acknowledgements);
                ringing.forEach(alarm -> on.add(entry(Part.ON, row, alarm, seen)));
            }
        }
        return newestFirst(on);
    }

    /** What the monitor of a row has kept of it. */
    private <T> List<T> kept(EnvironmentRow row, BiFunction<Monitor, Watched, List<T>> read) {
        return row.watched()
                .flatMap(watched -> source(row).map(source -> read.apply(source.monitor(), watched)))
                .orElse(List.of());
    }

    private Optional<Source> source(EnvironmentRow row) {
        return sources.stream()
                .filter(source -> source.session().equals(row.session()))
                .findFirst();
    }

    private static List<AlarmState> of(EnvironmentRow row, State state) {
        return row.alarms().stream().filter(alarm -> alarm.state() == state).toList();
    }

    private static AlarmEntry entry(
            Part part, EnvironmentRow row, AlarmState alarm, List<Acknowledgement> acknowledgements) {
        Acknowledgement seen = acknowledgements.stream()
                .filter(each -> each.current() && each.alarmArn().equals(alarm.arn()))
                .findFirst()
                .orElse(null);
        return new AlarmEntry(part, row, alarm, alarm.since(), null, alarm.reason(), seen);
    }

    private static AlarmEntry entry(EnvironmentRow row, AlarmState alarm, AlarmRing ring) {
        return new AlarmEntry(Part.ENDED, row, alarm, ring.from(), ring.to(), ring.reason(), null);
    }

    private Instant now(EnvironmentRow row) {
        return now.getOrDefault(row.session(), Instant.EPOCH);
    }

    /** By age: the times of two sources cannot be compared. */
    private List<AlarmEntry> newestFirst(List<AlarmEntry> entries) {
        entries.sort(Comparator.comparing(entry -> Duration.between(entry.from(), now(entry.row()))));
        return entries;
    }
}
