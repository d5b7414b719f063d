package io.tapdeck.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alarm as CloudWatch has it now.
 *
 * @param alarmId the {@link io.tapdeck.environment.AlarmDescription#id} it was recognized as
 * @param name its name in CloudWatch
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param since when the state was entered
 * @param reason CloudWatch's words
 * @param missingData CloudWatch's word for the rule, or null for its default
 */
public record AlarmState(
        String alarmId,
        String name,
        String arn,
        State state,
        Instant since,
        String reason,
        double threshold,
        int datapointsToAlarm,
        int evaluationPeriods,
        int periodSeconds,
        @Nullable String missingData,
        boolean actionsEnabled) {

    /** CloudWatch's three states. */
    public enum State {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }
}
