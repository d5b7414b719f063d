package io.tapdeck.monitor;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The CloudWatch of one account and region full of environments; counts its calls. */
final class FleetCloudWatch implements CloudWatchClient {
    private final List<MetricAlarm> alarms = new ArrayList<>();
    final AtomicInteger metricCalls = new AtomicInteger();
    final AtomicInteger alarmCalls = new AtomicInteger();

    FleetCloudWatch(List<Watched> environments) {
        for (Watched environment : environments) {
            for (AlarmDescription description : environment.blueprint().alarms()) {
                alarms.add(alarm(environment, description));
            }
        }
    }

    /** Environments of one account and region. */
    static List<Watched> environments(String account, String region, int count) {
        AuroraMySql blueprint = new AuroraMySql();
        List<Watched> environments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String stack = "tapdeck-aurora-mysql-e" + i;
            environments.add(new Watched(
                    account,
                    region,
                    stack,
                    blueprint,
                    List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", stack + "-cluster"))));
        }
        return environments;
    }

    private static MetricAlarm alarm(Watched environment, AlarmDescription description) {
        String name = environment.stackName() + "-" + description.logicalId();
        return MetricAlarm.builder()
                .alarmName(name)
                .alarmArn("arn:aws:cloudwatch:%s:%s:alarm:%s"
                        .formatted(environment.region(), environment.account(), name))
                .namespace("AWS/RDS")
                .metricName(description.metric().name())
                .dimensions(Dimension.builder()
                        .name("DBClusterIdentifier")
                        .value(environment.stackName() + "-cluster")
                        .build())
                .period(300)
                .evaluationPeriods(2)
                .threshold(80.0)
                .actionsEnabled(true)
                .stateValue(StateValue.OK)
                .stateReason("Threshold Crossed: no datapoints were received.")
                .stateTransitionedTimestamp(Instant.EPOCH)
                .build();
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        metricCalls.incrementAndGet();
        return GetMetricDataResponse.builder()
                .metricDataResults(request.metricDataQueries().stream()
                        .map(query -> result(query, request.startTime(), request.endTime()))
                        .toList())
                .build();
    }

    private static MetricDataResult result(MetricDataQuery query, Instant start, Instant end) {
        long period = query.metricStat().period();
        List<Instant> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (long at = Math.ceilDiv(start.getEpochSecond(), period) * period; at < end.getEpochSecond(); at += period) {
            times.add(Instant.ofEpochSecond(at));
            values.add(1 + at / period % 13 / 2.0);
        }
        return MetricDataResult.builder()
                .id(query.id())
                .statusCode(StatusCode.COMPLETE)
                .timestamps(times)
                .values(values)
                .build();
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        alarmCalls.incrementAndGet();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(from + request.maxRecords(), alarms.size());
        return DescribeAlarmsResponse.builder()
                .metricAlarms(alarms.subList(from, to))
                .nextToken(to < alarms.size() ? Integer.toString(to) : null)
                .build();
    }

    @Override
    public DescribeAlarmHistoryResponse describeAlarmHistory(DescribeAlarmHistoryRequest request) {
        return DescribeAlarmHistoryResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
