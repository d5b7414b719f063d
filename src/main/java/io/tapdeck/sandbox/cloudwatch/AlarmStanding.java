package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * What an alarm of either type is and in which state it is, for its history and for the composite alarms above it.
 *
 * @param since when it came into its state
 * @param reasonData JSON; null when it has none
 * @param actions those of its state; none when they are disabled
 * @param configuration as its history shows it
 */
record AlarmStanding(
        AlarmType type,
        String name,
        String arn,
        StateValue state,
        Instant since,
        String reason,
        @Nullable String reasonData,
        List<String> actions,
        ObjectNode configuration) {

    static AlarmStanding of(MetricAlarm alarm) {
        List<String> actions =
                actions(alarm.stateValue(), alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
        return new AlarmStanding(
                AlarmType.METRIC_ALARM,
                alarm.alarmName(),
                alarm.alarmArn(),
                alarm.stateValue(),
                alarm.stateTransitionedTimestamp(),
                alarm.stateReason(),
                alarm.stateReasonData(),
                alarm.actionsEnabled() ? actions : List.of(),
                configuration(alarm.alarmName(), alarm.alarmArn())
                        .put("threshold", alarm.threshold())
                        .put("evaluationPeriods", alarm.evaluationPeriods()));
    }

    static AlarmStanding of(CompositeAlarm alarm) {
        List<String> actions =
                actions(alarm.stateValue(), alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
        return new AlarmStanding(
                AlarmType.COMPOSITE_ALARM,
                alarm.alarmName(),
                alarm.alarmArn(),
                alarm.stateValue(),
                alarm.stateTransitionedTimestamp(),
                alarm.stateReason(),
                alarm.stateReasonData(),
                alarm.actionsEnabled() ? actions : List.of(),
                configuration(alarm.alarmName(), alarm.alarmArn()).put("alarmRule", alarm.alarmRule()));
    }

    /** Whether a rule that uses a name or an ARN means this one. */
    boolean isCalled(String nameOrArn) {
        return name.equals(nameOrArn) || arn.equals(nameOrArn);
    }

    private static List<String> actions(
            StateValue state, List<String> alarm, List<String> ok, List<String> insufficientData) {
        return switch (state) {
            case ALARM -> alarm;
            case OK -> ok;
            default -> insufficientData;
        };
    }

    private static ObjectNode configuration(String name, String arn) {
        return JsonNodeFactory.instance.objectNode().put("alarmName", name).put("alarmArn", arn);
    }
}
