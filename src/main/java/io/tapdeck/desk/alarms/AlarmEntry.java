package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.AlarmReason;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alarm on the page of alarms, as it stands or as it rang.
 *
 * @param alarm as CloudWatch has it now
 * @param from when what is told began
 * @param to when it ended, or null while it lasts
 * @param words CloudWatch's words for why
 * @param seen who has acknowledged it, or null
 */
record AlarmEntry(
        Part part,
        EnvironmentRow row,
        AlarmState alarm,
        Instant from,
        @Nullable Instant to,
        String words,
        @Nullable Acknowledgement seen) {

    /** The parts of the page, in their order. */
    enum Part {
        ON("In alarm"),
        WAITING("Without data"),
        ENDED("Ended in the last 7 days");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What the alarm is called on the desk. */
    String title() {
        return description().map(AlarmDescription::title).orElse(alarm.name());
    }

    /** Why, shortly. */
    String reason() {
        return AlarmReason.of(
                words, description().map(known -> known.metric().unit()).orElse(""));
    }

    private Optional<AlarmDescription> description() {
        return News.description(row, alarm);
    }

    /** Whether each word of a text stands somewhere in it. */
    boolean matches(String text) {
        String own = String.join(
                        " ",
                        row.suffix(),
                        title(),
                        alarm.name(),
                        part.title(),
                        alarm.state().name(),
                        row.session().name(),
                        row.session().accountText(),
                        row.key().account(),
                        row.key().region(),
                        row.key().blueprint(),
                        reason(),
                        seen == null ? "" : seen.who() + " " + seen.note())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(own::contains);
    }

    /** Whether it tells of the same time of the same alarm. */
    boolean same(AlarmEntry other) {
        return row.stackName().equals(other.row.stackName())
                && alarm.arn().equals(other.alarm.arn())
                && from.equals(other.from);
    }
}
