package io.tapdeck.monitor;

import io.tapdeck.store.AlarmArchive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has seen which alarm: lines of a journal, from which what holds now is told. */
final class Acknowledgements {
    private final AlarmArchive archive;

    Acknowledgements(AlarmArchive archive) {
        this.archive = archive;
    }

    Acknowledgement write(Watched environment, AlarmState alarm, String who, String note, Instant now) {
        archive.write(line(environment, alarm.arn(), alarm.name(), now, who, note));
        return new Acknowledgement(alarm.arn(), alarm.name(), now, who, note, null);
    }

    /** Newest first. One that is followed by another of the same alarm has ended with it. */
    List<Acknowledgement> all(Watched environment) {
        List<Acknowledgement> all = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (AlarmArchive.Acknowledgement line :
                archive.acknowledgements(environment.account(), environment.region(), environment.stackName())) {
            Integer before = open.remove(line.alarmArn());
            if (before != null) {
                Acknowledgement ended = all.get(before);
                all.set(
                        before,
                        new Acknowledgement(
                                ended.alarmArn(), ended.alarmName(), ended.at(), ended.who(), ended.note(), line.at()));
            }
            String who = line.who();
            if (who != null) {
                open.put(line.alarmArn(), all.size());
                all.add(new Acknowledgement(line.alarmArn(), line.alarmName(), line.at(), who, line.note(), null));
            }
        }
        return all.reversed();
    }

    /** Those that hold, newest first. */
    List<Acknowledgement> current(Watched environment) {
        return all(environment).stream().filter(Acknowledgement::current).toList();
    }

    /** Ends those whose alarm is no longer on, or was not in between: it went on again after it was acknowledged. */
    void read(Watched environment, List<AlarmState> alarms) {
        Map<String, AlarmState> byArn = new LinkedHashMap<>();
        alarms.forEach(alarm -> byArn.put(alarm.arn(), alarm));
        for (Acknowledgement acknowledgement : current(environment)) {
            AlarmState alarm = byArn.get(acknowledgement.alarmArn());
            if (alarm != null && ends(acknowledgement, alarm)) {
                archive.write(line(environment, alarm.arn(), alarm.name(), alarm.since(), null, ""));
            }
        }
    }

    private static boolean ends(Acknowledgement acknowledgement, AlarmState alarm) {
        return switch (alarm.state()) {
            case OK -> true;
            case ALARM -> alarm.since().isAfter(acknowledgement.at());
            case INSUFFICIENT_DATA -> false;
        };
    }

    private static AlarmArchive.Acknowledgement line(
            Watched environment, String arn, String name, Instant at, @Nullable String who, String note) {
        return new AlarmArchive.Acknowledgement(
                environment.account(), environment.region(), environment.stackName(), arn, name, at, who, note);
    }
}
