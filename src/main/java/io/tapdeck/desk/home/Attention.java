package io.tapdeck.desk.home;

import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence of a row that needs attention, or changes.
 *
 * @param subject the words that stand out; may be empty
 * @param text the rest of it
 */
record Attention(String subject, String text) {
    /**
     * The newest value in an alarm's StateReason, "… out of the last 2 datapoints [91.2 (20/11/26 14:00:00), …" (CloudWatch
     * user guide, "Alarm evaluation"; the words are those of DescribeAlarms).
     */
    private static final Pattern NEWEST = Pattern.compile("\\[(\\d+(?:\\.\\d+)?)");

    static Optional<Attention> of(EnvironmentRow row, Instant now, ZoneId zone) {
        return switch (row.look()) {
            case IN_ALARM -> row.ringing().map(alarm -> alarm(row, alarm, now, zone));
            case STUCK -> Optional.of(new Attention("", stuck(row)));
            case CREATING, UPDATING, DELETING, ROLLING_BACK -> Optional.of(changing(row, now, zone));
            default -> Optional.empty();
        };
    }

    /** Whether a row has a sentence. */
    static boolean belongsTo(EnvironmentRow row) {
        return row.group() != EnvironmentRow.Group.STEADY;
    }

    private static Attention alarm(EnvironmentRow row, AlarmState alarm, Instant now, ZoneId zone) {
        Optional<AlarmDescription> description =
                Optional.ofNullable(row.blueprint()).flatMap(blueprint -> blueprint.alarm(alarm.alarmId()));
        String unit = description.map(known -> known.metric().unit()).orElse("");
        String value =
                newest(alarm).map(number -> ValueText.of(number, unit) + ", ").orElse("");
        String text = "%sthreshold %s, since %s (%s). %d of %d data points."
                .formatted(
                        value,
                        ValueText.of(alarm.threshold(), unit),
                        TimeText.minute(alarm.since(), now, zone),
                        TimeText.rough(Duration.between(alarm.since(), now)),
                        alarm.datapointsToAlarm(),
                        alarm.evaluationPeriods());
        return new Attention(description.map(AlarmDescription::title).orElse(alarm.name()), text);
    }

    private static Optional<Double> newest(AlarmState alarm) {
        Matcher matcher = NEWEST.matcher(alarm.reason());
        return matcher.find() ? Optional.of(Double.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static String stuck(EnvironmentRow row) {
        return switch (row.state().name()) {
            case "ROLLBACK_COMPLETE" ->
                row.suffix() + " was not created. What was made is removed again, but for what is to be kept.";
            case "ROLLBACK_FAILED", "CREATE_FAILED" ->
                row.suffix() + " was not created, and not all of it could be removed again.";
            case "DELETE_FAILED" -> "AWS could not delete all of " + row.suffix() + ".";
            default -> "The roll-back stopped half-way. " + row.suffix() + " cannot be changed until it is mended.";
        };
    }

    private static Attention changing(EnvironmentRow row, Instant now, ZoneId zone) {
        boolean dated = row.look() == StateLook.CREATING || row.look() == StateLook.UPDATING;
        String since = row.deployedAt()
                .filter(at -> dated)
                .map(at -> "since %s (%s)"
                        .formatted(TimeText.minute(at, now, zone), TimeText.exact(Duration.between(at, now))))
                .orElse("now");
        return new Attention(row.look().word(), since);
    }
}
