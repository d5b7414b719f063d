package io.tapdeck.monitor;

import io.tapdeck.environment.AlarmDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Recognizes blueprints' alarms by what they look at. */
final class AlarmStates {
    /** By metrics, in no order: a refresh of a fleet looks for thousands of them. */
    private final Map<Set<List<Object>>, MetricAlarm> byMetrics = new HashMap<>();

    /** Of some alarms; of two that look at the same, the first counts. */
    AlarmStates(List<MetricAlarm> alarms) {
        for (MetricAlarm alarm : alarms) {
            List<Metric> metrics = metricsOf(alarm);
            if (!metrics.isEmpty()) {
                byMetrics.putIfAbsent(unordered(metrics), alarm);
            }
        }
    }

    /** The environment's alarms among them, in the blueprint's order. */
    List<AlarmState> of(Watched environment) {
        List<AlarmState> found = new ArrayList<>();
        for (AlarmDescription description : environment.blueprint().alarms()) {
            MetricSource.metrics(description.metric(), environment.resources())
                    .map(metrics -> byMetrics.get(unordered(metrics)))
                    .ifPresent(alarm -> found.add(state(description, alarm)));
        }
        return found;
    }

    /** The metric that an alarm looks at; those of its expression if it has one. */
    private static List<Metric> metricsOf(MetricAlarm alarm) {
        if (alarm.metricName() != null) {
            return List.of(Metric.builder()
                    .namespace(alarm.namespace())
                    .metricName(alarm.metricName())
                    .dimensions(alarm.dimensions())
                    .build());
        }
        return alarm.metrics().stream()
                .map(MetricDataQuery::metricStat)
                .filter(Objects::nonNull)
                .map(MetricStat::metric)
                .toList();
    }

    /** Neither metrics nor dimensions have an order of their own. */
    private static Set<List<Object>> unordered(List<Metric> metrics) {
        return metrics.stream()
                .map(metric ->
                        List.<Object>of(metric.namespace(), metric.metricName(), Set.copyOf(metric.dimensions())))
                .collect(Collectors.toSet());
    }

    /** An expression's period is that of the metrics in it. */
    private static int period(MetricAlarm alarm) {
        return alarm.period() != null
                ? alarm.period()
                : alarm.metrics().stream()
                        .map(MetricDataQuery::metricStat)
                        .filter(Objects::nonNull)
                        .map(MetricStat::period)
                        .findFirst()
                        .orElse(60);
    }

    private static AlarmState state(AlarmDescription description, MetricAlarm alarm) {
        int periods = Objects.requireNonNullElse(alarm.evaluationPeriods(), 1);
        return new AlarmState(
                description.id(),
                alarm.alarmName(),
                alarm.alarmArn(),
                state(alarm.stateValue()),
                Objects.requireNonNullElse(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                Objects.requireNonNullElse(alarm.stateReason(), ""),
                Objects.requireNonNullElse(alarm.threshold(), 0.0),
                // CloudWatch leaves M out where it equals N.
                Objects.requireNonNullElse(alarm.datapointsToAlarm(), periods),
                periods,
                period(alarm),
                alarm.treatMissingData(),
                Boolean.TRUE.equals(alarm.actionsEnabled()),
                new AlarmActions(
                        Boolean.TRUE.equals(alarm.actionsEnabled()),
                        alarm.alarmActions(),
                        alarm.okActions(),
                        alarm.insufficientDataActions()),
                alarm.evaluationStateAsString(),
                AlarmEvidence.of(alarm.stateReasonData()));
    }

    /** CloudWatch's state in ours. */
    static AlarmState.State state(StateValue value) {
        return switch (value) {
            case OK -> AlarmState.State.OK;
            case ALARM -> AlarmState.State.ALARM;
            case INSUFFICIENT_DATA, UNKNOWN_TO_SDK_VERSION -> AlarmState.State.INSUFFICIENT_DATA;
        };
    }
}
