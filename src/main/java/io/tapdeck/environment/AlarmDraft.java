package io.tapdeck.environment;

/**
 * One alarm as typed. Its fields are called {@code alarm.<id>.threshold}, {@code .datapointsToAlarm},
 * {@code .evaluationPeriods}, {@code .period} (seconds) and {@code .missingData} (CloudWatch's word).
 */
public record AlarmDraft(
        String id,
        boolean enabled,
        String threshold,
        String datapointsToAlarm,
        String evaluationPeriods,
        String period,
        String missingData) {

    /** The draft that would become {@code rule}. */
    public static AlarmDraft of(AlarmRule rule) {
        return new AlarmDraft(
                rule.id(),
                rule.enabled(),
                rule.thresholdText(),
                Integer.toString(rule.datapointsToAlarm()),
                Integer.toString(rule.evaluationPeriods()),
                Integer.toString(rule.periodSeconds()),
                rule.missingData().wireName());
    }
}
