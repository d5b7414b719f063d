package io.tapdeck.monitor;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** A CloudWatch with the CPU alarm of one environment, and composite alarms over it. */
final class OneAlarm implements CloudWatchClient {
    static final Watched ENVIRONMENT = new Watched(
            "000000000000",
            "us-east-1",
            "tapdeck-aurora-mysql-dev",
            new AuroraMySql(),
            List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", "dev")));
    static final String ARN = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:tapdeck-aurora-mysql-dev-HighCPU";
    static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms";

    private final List<software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm> composites = new ArrayList<>();
    private StateValue state = StateValue.OK;
    private Instant since = Instant.EPOCH;
    private final List<AlarmHistoryItem> history = new ArrayList<>();
    private boolean historyRefused;
    private boolean actions = true;
    private boolean cutOff;

    void enter(StateValue newState, Instant at) {
        history.addFirst(AlarmHistoryItem.builder()
                .alarmName("tapdeck-aurora-mysql-dev-HighCPU")
                .timestamp(at)
                .historyItemType(HistoryItemType.STATE_UPDATE)
                .historySummary("Alarm updated from %s to %s".formatted(state, newState))
                .historyData(
                        "{\"oldState\":{\"stateValue\":\"%s\"},\"newState\":{\"stateValue\":\"%s\",\"stateReason\":\"why\"}}"
                                .formatted(state, newState))
                .build());
        state = newState;
        since = at;
    }

    /** Whether the alarm tells anybody. */
    void actions(boolean enabled) {
        actions = enabled;
    }

    /** This session may not read the history of alarms. */
    void refuseHistory() {
        historyRefused = true;
    }

    /** A composite alarm whose actions its suppressor holds back. */
    void suppressedOver(String name, String rule) {
        over(name, rule);
        composites.add(composites.removeLast().toBuilder()
                .actionsSuppressor("Maintenance")
                .actionsSuppressedBy(ActionsSuppressedBy.ALARM)
                .build());
    }

    void over(String name, String rule) {
        composites.add(software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm.builder()
                .alarmName(name)
                .alarmArn("arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + name)
                .alarmRule(rule)
                .stateValue(StateValue.OK)
                .stateTransitionedTimestamp(Instant.EPOCH)
                .build());
    }

    void cutOff(boolean cut) {
        cutOff = cut;
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        if (cutOff) {
            throw SdkClientException.create("Connection refused");
        }
        return DescribeAlarmsResponse.builder()
                .metricAlarms(MetricAlarm.builder()
                        .alarmName("tapdeck-aurora-mysql-dev-HighCPU")
                        .alarmArn(ARN)
                        .namespace("AWS/RDS")
                        .metricName("CPUUtilization")
                        .dimensions(Dimension.builder()
                                .name("DBClusterIdentifier")
                                .value("dev")
                                .build())
                        .period(300)
                        .evaluationPeriods(2)
                        .threshold(80.0)
                        .actionsEnabled(actions)
                        .alarmActions(TOPIC, "arn:aws:lambda:us-east-1:000000000000:function:mend")
                        .okActions(TOPIC)
                        .stateValue(state)
                        .stateReason("why")
                        .stateReasonData("{\"evaluatedDatapoints\":[{\"timestamp\":\"2026-11-20T11:55:00.000+0000\","
                                + "\"value\":91.5},{\"timestamp\":\"2026-11-20T11:50:00.000+0000\",\"value\":83.0},"
                                + "{\"timestamp\":\"2026-11-20T11:45:00.000+0000\"}]}")
                        .evaluationState("PARTIAL_DATA")
                        .stateTransitionedTimestamp(since)
                        .build())
                .compositeAlarms(composites)
                .build();
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        return GetMetricDataResponse.builder().build();
    }

    @Override
    public DescribeAlarmHistoryResponse describeAlarmHistory(DescribeAlarmHistoryRequest request) {
        if (historyRefused) {
            throw CloudWatchException.builder().message("AccessDenied").build();
        }
        return DescribeAlarmHistoryResponse.builder()
                .alarmHistoryItems(history.stream()
                        .filter(item -> !item.timestamp().isBefore(request.startDate()))
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
