package io.tapdeck.monitor;

import java.time.Instant;
import java.util.List;
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
 * @param actionsEnabled whether it tells anybody
 * @param actions whom it tells
 * @param evaluationState CloudWatch's word if the evaluation itself has a problem, such as {@code PARTIAL_DATA}; else null
 * @param evidence the points that CloudWatch evaluated last, as far as it says so; oldest first
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
        boolean actionsEnabled,
        AlarmActions actions,
        @Nullable String evaluationState,
        List<Series.Point> evidence) {
    public AlarmState {
        evidence = List.copyOf(evidence);
    }

    /** An alarm of which only state and rule matter. */
    public AlarmState(
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
        this(
                alarmId,
                name,
                arn,
                state,
                since,
                reason,
                threshold,
                datapointsToAlarm,
                evaluationPeriods,
                periodSeconds,
                missingData,
                actionsEnabled,
                AlarmActions.NONE,
                null,
                List.of());
    }

    /** CloudWatch's three states. */
    public enum State {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }
}
