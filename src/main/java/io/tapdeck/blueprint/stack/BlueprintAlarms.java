package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;

/** Makes alarms of a blueprint's descriptions and an environment's rules; each tells a topic when it starts and ends. */
public final class BlueprintAlarms {
    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final ITopic topic;

    /** Alarms in {@code stack} that tell {@code topic}. */
    public BlueprintAlarms(Stack stack, EnvironmentDefinition definition, ITopic topic) {
        this.stack = stack;
        this.definition = definition;
        this.topic = topic;
    }

    /**
     * Adds an alarm. Whether it is wanted and possible was asked before.
     *
     * @param idPrefix what its logical id has before {@link AlarmDescription#logicalId}; empty for the described alarm
     * @param words the alarm's description in CloudWatch
     * @param values the value of each dimension in this stack
     */
    public Alarm add(
            String idPrefix,
            String words,
            AlarmDescription description,
            AlarmRule rule,
            Function<MetricDimension, String> values) {
        Alarm.Builder builder = Alarm.Builder.create(
                        stack, idPrefix + description.logicalId() + "-" + definition.suffix())
                .metric(metric(description.metric(), Duration.seconds(rule.periodSeconds()), values))
                .threshold(rule.threshold())
                .evaluationPeriods(rule.evaluationPeriods())
                .treatMissingData(
                        switch (rule.missingData()) {
                            case MISSING -> TreatMissingData.MISSING;
                            case IGNORE -> TreatMissingData.IGNORE;
                            case BREACHING -> TreatMissingData.BREACHING;
                            case NOT_BREACHING -> TreatMissingData.NOT_BREACHING;
                        })
                .alarmDescription(words)
                .actionsEnabled(true);
        // Without it CloudWatch takes M = N (CloudWatch API reference, PutMetricAlarm).
        if (rule.datapointsToAlarm() < rule.evaluationPeriods()) {
            builder.datapointsToAlarm(rule.datapointsToAlarm());
        }
        Alarm alarm = builder.build();
        SnsAction tell = new SnsAction(topic);
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
        return alarm;
    }

    /**
     * A description as CDK's metric: a sum is metric math. A count that nothing happened for has no data, and an alarm on
     * DynamoDB's metrics then keeps its state (CloudWatch user guide, "Configuring how alarms treat missing data"), so it
     * would never end; in a sum of counts no data is zero.
     */
    public static IMetric metric(
            MetricDescription description, Duration period, Function<MetricDimension, String> values) {
        if (!description.isSum()) {
            return part(description.parts().getFirst(), description.statistic(), period, values);
        }
        Map<String, IMetric> parts = IntStream.range(0, description.parts().size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> "m" + i,
                        i -> part(description.parts().get(i), description.statistic(), period, values),
                        (one, other) -> one,
                        TreeMap::new));
        return MathExpression.Builder.create()
                .expression(parts.keySet().stream()
                        .map(id -> description.statistic().equals("Sum") ? "FILL(" + id + ", 0)" : id)
                        .collect(Collectors.joining(", ", "SUM([", "])")))
                .label(description.name())
                .usingMetrics(parts)
                .period(period)
                .build();
    }

    private static Metric part(
            MetricDescription.Part part, String statistic, Duration period, Function<MetricDimension, String> values) {
        return Metric.Builder.create()
                .namespace(part.namespace())
                .metricName(part.name())
                .dimensionsMap(part.dimensions().stream()
                        .collect(Collectors.toMap(
                                MetricDimension::name,
                                dimension -> dimension.value() instanceof MetricDimension.Fixed(String text)
                                        ? text
                                        : values.apply(dimension),
                                (one, other) -> one,
                                TreeMap::new)))
                .statistic(statistic)
                .period(period)
                .build();
    }
}
