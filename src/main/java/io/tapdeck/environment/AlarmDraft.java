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

    /**
     * The same alarm with one field changed.
     *
     * @param field {@code enabled}, {@code threshold}, {@code datapointsToAlarm}, {@code evaluationPeriods},
     *     {@code period} or {@code missingData}
     * @throws IllegalArgumentException for any other field, with those there are, and for an {@code enabled} that is
     *     neither true nor false
     */
    public AlarmDraft with(String field, String value) {
        return switch (field) {
            case "enabled" ->
                copy(onOrOff(value), threshold, datapointsToAlarm, evaluationPeriods, period, missingData);
            case "threshold" -> copy(enabled, value, datapointsToAlarm, evaluationPeriods, period, missingData);
            case "datapointsToAlarm" -> copy(enabled, threshold, value, evaluationPeriods, period, missingData);
            case "evaluationPeriods" -> copy(enabled, threshold, datapointsToAlarm, value, period, missingData);
            case "period" -> copy(enabled, threshold, datapointsToAlarm, evaluationPeriods, value, missingData);
            case "missingData" -> copy(enabled, threshold, datapointsToAlarm, evaluationPeriods, period, value);
            default ->
                throw new IllegalArgumentException("An alarm has no “%s”. It has enabled, threshold,".formatted(field)
                        + " datapointsToAlarm, evaluationPeriods, period and missingData.");
        };
    }

    private static boolean onOrOff(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("“%s” is not true or false.".formatted(value));
        };
    }

    private AlarmDraft copy(
            boolean newEnabled, String newThreshold, String newM, String newN, String newPeriod, String newMissing) {
        return new AlarmDraft(id, newEnabled, newThreshold, newM, newN, newPeriod, newMissing);
    }
}
