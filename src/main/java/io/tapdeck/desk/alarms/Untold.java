package io.tapdeck.desk.alarms;

import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An alarm that went on while it was quiet, and nobody was told. */
record Untold(String stackName, String alarmArn, Instant from) {
    /** An alarm's own time of a change and its history's may differ a little. */
    private static final Duration SAME = Duration.ofSeconds(5);

    /** How an alarm is now. */
    enum Now {
        ON,
        OVER,
        /** AWS has not said so, or nobody asks there any more. */
        UNKNOWN
    }

    /** Whether the alarm has stayed on since. */
    Now now(List<EnvironmentRow> rows) {
        List<EnvironmentRow> own =
                rows.stream().filter(row -> row.stackName().equals(stackName)).toList();
        Optional<AlarmState> alarm = own.stream()
                .flatMap(row -> row.alarms().stream())
                .filter(each -> each.arn().equals(alarmArn))
                .findFirst();
        if (alarm.isEmpty()) {
            return own.isEmpty() || own.stream().anyMatch(row -> row.glance() == null) ? Now.UNKNOWN : Now.OVER;
        }
        boolean same = !alarm.get().since().isAfter(from.plus(SAME));
        return same && alarm.get().state() == AlarmState.State.ALARM ? Now.ON : Now.OVER;
    }

    /** Which alarm of which environment. */
    String subject() {
        return stackName + " " + alarmArn;
    }

    static Untold of(News news) {
        return new Untold(
                news.change().stackName(),
                news.change().alarm().arn(),
                news.change().ring().from());
    }

    /** As several are kept: a line each. Neither a stack's name nor an ARN has a tab. */
    static String text(List<Untold> all) {
        return all.stream()
                .map(each -> "%s\t%s\t%s".formatted(each.stackName(), each.alarmArn(), each.from()))
                .collect(Collectors.joining("\n"));
    }

    /** What was kept, but for lines that cannot be read. */
    static List<Untold> read(String text) {
        return text.lines().flatMap(line -> line(line).stream()).toList();
    }

    private static Optional<Untold> line(String line) {
        String[] parts = line.split("\t", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Untold(parts[0], parts[1], Instant.parse(parts[2])))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
