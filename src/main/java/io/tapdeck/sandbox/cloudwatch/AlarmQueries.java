package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** DescribeAlarms and DescribeAlarmsForMetric (API reference). There are no composite alarms. */
final class AlarmQueries {
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final Alarms alarms;

    AlarmQueries(Alarms alarms) {
        this.alarms = alarms;
    }

    DescribeAlarmsResponse answer(DescribeAlarmsRequest request) {
        if (request.alarmNamePrefix() != null && request.hasAlarmNames()) {
            throw Refusals.validation("AlarmNamePrefix and AlarmNames cannot be used together.");
        }
        if (request.alarmNames().size() > MOST) {
            throw Refusals.validation("The collection AlarmNames must not have a size greater than 100.");
        }
        int size = Objects.requireNonNullElse(request.maxRecords(), request.hasAlarmNames() ? MOST : USUAL);
        if (size < 1 || size > MOST) {
            throw Refusals.validation("The parameter MaxRecords must be between 1 and 100.");
        }
        boolean metricAlarms = !request.hasAlarmTypes() || request.alarmTypes().contains(AlarmType.METRIC_ALARM);
        List<MetricAlarm> chosen = metricAlarms
                ? alarms.all().stream().filter(alarm -> chosen(request, alarm)).toList()
                : List.of();
        Page<MetricAlarm> page = Page.of(chosen, request.nextToken(), size);
        return DescribeAlarmsResponse.builder()
                .metricAlarms(page.items())
                .compositeAlarms(List.of())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean chosen(DescribeAlarmsRequest request, MetricAlarm alarm) {
        String name = alarm.alarmName();
        return (!request.hasAlarmNames() || request.alarmNames().contains(name))
                && (request.alarmNamePrefix() == null || name.startsWith(request.alarmNamePrefix()))
                && (request.stateValue() == null || alarm.stateValue() == request.stateValue())
                && (request.actionPrefix() == null
                        || actions(alarm).stream().anyMatch(action -> action.startsWith(request.actionPrefix())));
    }

    private static Set<String> actions(MetricAlarm alarm) {
        Set<String> actions = new TreeSet<>(alarm.alarmActions());
        actions.addAll(alarm.okActions());
        actions.addAll(alarm.insufficientDataActions());
        return actions;
    }

    DescribeAlarmsForMetricResponse answer(DescribeAlarmsForMetricRequest request) {
        MetricKey metric = MetricKey.of(request.namespace(), request.metricName(), request.dimensions());
        return DescribeAlarmsForMetricResponse.builder()
                .metricAlarms(alarms.all().stream()
                        .filter(alarm -> !new AlarmMetric(alarm).isMath())
                        .filter(alarm -> MetricKey.of(alarm.namespace(), alarm.metricName(), alarm.dimensions())
                                .equals(metric))
                        .filter(alarm -> request.statistic() == null || alarm.statistic() == request.statistic())
                        .filter(alarm ->
                                request.period() == null || alarm.period().equals(request.period()))
                        .filter(alarm -> request.unit() == null || alarm.unit() == request.unit())
                        .toList())
                .build();
    }
}
