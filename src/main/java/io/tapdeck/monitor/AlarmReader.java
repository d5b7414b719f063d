package io.tapdeck.monitor;

import io.tapdeck.environment.AlarmDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Asks DescribeAlarms, and recognizes a blueprint's alarms by what they look at. */
final class AlarmReader {
    private final CloudWatchClient cloudWatch;

    AlarmReader(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** Every metric alarm whose name begins so; CloudFormation begins it with the stack's name. */
    List<MetricAlarm> read(String namePrefix) {
        List<MetricAlarm> alarms = new ArrayList<>();
        String token = null;
        do {
            DescribeAlarmsResponse page = cloudWatch.describeAlarms(DescribeAlarmsRequest.builder()
                    .alarmNamePrefix(namePrefix)
                    // Without this, an alarm that became composite would be silently absent.
                    .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                    .maxRecords(100)
                    .nextToken(token)
                    .build());
            alarms.addAll(page.metricAlarms());
            token = page.nextToken();
        } while (token != null);
        return alarms;
    }

    /** The environment's alarms among {@code alarms}, in the blueprint's order. */
    static List<AlarmState> recognize(Watched environment, List<MetricAlarm> alarms) {
        return environment.blueprint().alarms().stream()
                .map(description -> alarms.stream()
                        .filter(alarm -> looksAt(environment, description, alarm))
                        .findFirst()
                        .map(alarm -> state(description, alarm)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean looksAt(Watched environment, AlarmDescription description, MetricAlarm alarm) {
        var metric = description.metric();
        String id = environment.physicalIds().get(metric.resourceType());
        return id != null
                && metric.namespace().equals(alarm.namespace())
                && metric.name().equals(alarm.metricName())
                && alarm.dimensions().size() == 1
                && alarm.dimensions().getFirst().name().equals(metric.dimension())
                && alarm.dimensions().getFirst().value().equals(id);
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
                Objects.requireNonNullElse(alarm.period(), 60),
                alarm.treatMissingData(),
                Boolean.TRUE.equals(alarm.actionsEnabled()));
    }

    private static AlarmState.State state(StateValue value) {
        return switch (value) {
            case OK -> AlarmState.State.OK;
            case ALARM -> AlarmState.State.ALARM;
            case INSUFFICIENT_DATA, UNKNOWN_TO_SDK_VERSION -> AlarmState.State.INSUFFICIENT_DATA;
        };
    }
}
