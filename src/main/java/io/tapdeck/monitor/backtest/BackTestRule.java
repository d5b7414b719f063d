package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState;

/**
 * An alarm without its threshold.
 *
 * @param comparison when a value breaches
 * @param datapointsToAlarm M of "M of N"
 * @param evaluationPeriods N, at least M
 * @param periodSeconds a multiple of 60
 * @param missingData how periods without data count
 * @param statistic what CloudWatch makes of a period, such as {@code Average}
 * @param sum whether the values are sums of several metrics
 * @param zeroWhereMissing whether no data is zero: metric math {@code FILL(m, 0)}
 * @param evenSamples whether each minute stands for as many samples, so that the average of minutes is CloudWatch's own
 */
public record BackTestRule(
        Comparison comparison,
        int datapointsToAlarm,
        int evaluationPeriods,
        int periodSeconds,
        MissingData missingData,
        String statistic,
        boolean sum,
        boolean zeroWhereMissing,
        boolean evenSamples) {

    /** An alarm on a metric of which nothing is known about its samples. */
    public BackTestRule(
            Comparison comparison,
            int datapointsToAlarm,
            int evaluationPeriods,
            int periodSeconds,
            MissingData missingData,
            String statistic,
            boolean sum,
            boolean zeroWhereMissing) {
        this(
                comparison,
                datapointsToAlarm,
                evaluationPeriods,
                periodSeconds,
                missingData,
                statistic,
                sum,
                zeroWhereMissing,
                false);
    }

    public BackTestRule {
        if (datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
            throw new IllegalArgumentException(datapointsToAlarm + " of " + evaluationPeriods + " data points");
        }
        if (periodSeconds < 60 || periodSeconds % 60 != 0) {
            throw new IllegalArgumentException("period of " + periodSeconds + " s");
        }
    }

    /** An alarm as a definition has it. */
    public static BackTestRule of(AlarmDescription description, AlarmRule rule) {
        return of(
                description.metric(),
                rule.datapointsToAlarm(),
                rule.evaluationPeriods(),
                rule.periodSeconds(),
                rule.missingData());
    }

    /** An alarm as CloudWatch has it; a treatment of missing data that is not known counts as CloudWatch's default. */
    public static BackTestRule of(AlarmDescription description, AlarmState state) {
        return of(description.metric(), state);
    }

    /** An alarm on a metric as CloudWatch has it. */
    public static BackTestRule of(MetricDescription metric, AlarmState state) {
        String missing = state.missingData() == null ? "" : state.missingData();
        return of(
                metric,
                state.datapointsToAlarm(),
                state.evaluationPeriods(),
                state.periodSeconds(),
                MissingData.of(missing).orElse(MissingData.MISSING));
    }

    /**
     * Blueprints fill sums of counts with zero ({@code BlueprintAlarms}), so that nothing is missing there. Else an alarm on
     * DynamoDB's metrics ignores missing data whatever it says (CloudWatch user guide, "Configuring how alarms treat missing
     * data"). RDS sends one sample a minute of each instance (RDS user guide, "Amazon CloudWatch metrics for Amazon RDS"),
     * S3 for example one of each request.
     */
    private static BackTestRule of(MetricDescription metric, int m, int n, int seconds, MissingData missing) {
        boolean dynamo =
                metric.parts().stream().anyMatch(part -> part.namespace().equals("AWS/DynamoDB"));
        return new BackTestRule(
                Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                m,
                n,
                seconds,
                dynamo ? MissingData.IGNORE : missing,
                metric.statistic(),
                metric.isSum(),
                metric.isSum() && metric.statistic().equals("Sum"),
                metric.parts().stream().allMatch(part -> part.namespace().equals("AWS/RDS")));
    }

    /**
     * How many of the newest periods are looked at: more than N, so that late or lost points do not decide. CloudWatch
     * does not say how many for every alarm; its examples have 5 for N = 3 (user guide, "How alarm state is evaluated when
     * data is missing").
     */
    int evaluationRange() {
        return evaluationPeriods + 2;
    }
}
