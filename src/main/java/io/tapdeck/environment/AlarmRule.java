package io.tapdeck.environment;

import java.math.BigDecimal;

/**
 * When one alarm fires.
 *
 * @param id the {@link AlarmDescription#id} it belongs to
 * @param enabled false leaves the alarm out of the template
 * @param threshold the alarm fires at or above it, in the metric's unit
 * @param datapointsToAlarm M of "M of N": 1 to {@code evaluationPeriods}
 * @param evaluationPeriods N: at least 1; N × period at most one day for periods under an hour (CloudWatch user guide,
 *     "Evaluating an alarm")
 * @param periodSeconds 60 or a multiple of it
 * @param missingData how periods without data count
 */
public record AlarmRule(
        String id,
        boolean enabled,
        BigDecimal threshold,
        int datapointsToAlarm,
        int evaluationPeriods,
        int periodSeconds,
        MissingData missingData) {

    public AlarmRule {
        if (evaluationPeriods < 1 || datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
            throw new IllegalArgumentException(datapointsToAlarm + " of " + evaluationPeriods + " data points");
        }
        if (periodSeconds < 60 || periodSeconds % 60 != 0) {
            throw new IllegalArgumentException("period of " + periodSeconds + " s");
        }
    }

    /** The threshold without needless zeros, such as "1.5". */
    public String thresholdText() {
        return Numbers.canonical(threshold);
    }
}
