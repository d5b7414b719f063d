package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** DescribeAlarms and DescribeAlarmsForMetric (API reference). */
final class AlarmQueries {
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final Alarms alarms;
    private final CompositeAlarms composites;

    AlarmQueries(Alarms alarms, CompositeAlarms composites) {
        this.alarms = alarms;
        this.composites = composites;
    }

    DescribeAlarmsResponse answer(DescribeAlarmsRequest request) {
        if (request.alarmNamePrefix() != null && request.hasAlarmNames()) {
            throw Refusals.validation("AlarmNamePrefix and AlarmNames cannot be used together.");
        }
        if (request.alarmNames().size() > MOST) {
            throw Refusals.validation("The collection AlarmNames must not have a size greater than 100.");
        }
        if (request.childrenOfAlarmName() != null || request.parentsOfAlarmName() != null) {
            throw Refusals.validation("The sandbox finds no alarms by their children or parents: read their rules.");
        }
        int size = Objects.requireNonNullElse(request.maxRecords(), request.hasAlarmNames() ? MOST : USUAL);
        if (size < 1 || size > MOST) {
            throw Refusals.validation("The parameter MaxRecords must be between 1 and 100.");
        }
        // Without AlarmTypes, metric alarms only.
        List<AlarmType> types = request.hasAlarmTypes() ? request.alarmTypes() : List.of(AlarmType.METRIC_ALARM);
        List<SdkPojo> chosen = new ArrayList<>();
        if (types.contains(AlarmType.METRIC_ALARM)) {
            alarms.all().stream().filter(alarm -> chosen(request, alarm)).forEach(chosen::add);
        }
        if (types.contains(AlarmType.COMPOSITE_ALARM)) {
            composites.all().stream().filter(alarm -> chosen(request, alarm)).forEach(chosen::add);
        }
        Page<SdkPojo> page = Page.of(chosen, request.nextToken(), size);
        return DescribeAlarmsResponse.builder()
                .metricAlarms(of(MetricAlarm.class, page))
                .compositeAlarms(of(CompositeAlarm.class, page))
                .nextToken(page.nextToken())
                .build();
    }

    private static <T> List<T> of(Class<T> type, Page<SdkPojo> page) {
        return page.items().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static boolean chosen(DescribeAlarmsRequest request, MetricAlarm alarm) {
        Stream<List<String>> actions =
                Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
        return chosen(request, alarm.alarmName(), alarm.stateValue(), actions);
    }

    private static boolean chosen(DescribeAlarmsRequest request, CompositeAlarm alarm) {
        Stream<List<String>> actions =
                Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
        return chosen(request, alarm.alarmName(), alarm.stateValue(), actions);
    }

    private static boolean chosen(
            DescribeAlarmsRequest request, String name, StateValue state, Stream<List<String>> actions) {
        return (!request.hasAlarmNames() || request.alarmNames().contains(name))
                && (request.alarmNamePrefix() == null || name.startsWith(request.alarmNamePrefix()))
                && (request.stateValue() == null || state == request.stateValue())
                && (request.actionPrefix() == null
                        || actions.flatMap(List::stream).anyMatch(action -> action.startsWith(request.actionPrefix())));
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
