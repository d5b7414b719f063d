package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms on metric math: of templates and of callers. */
class MathAlarmTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private final VirtualClock clock = new VirtualClock(START);
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");

    /** As CDK writes an alarm on a table's throttled requests: sums of sparse metrics. */
    @Test
    void aTemplatesAlarmOnASumOfSparseMetricsComesAndKeepsItsStateWhileDataIsMissing() throws Exception {
        new BackupSystem(world, "dev", START);
        deploy("Throttled", """
                {"Threshold": 1, "EvaluationPeriods": 1, "TreatMissingData": "notBreaching",
                 "ComparisonOperator": "GreaterThanOrEqualToThreshold",
                 "Metrics": [
                  {"Id": "expr_1", "Expression": "getitem + putitem", "Label": "Throttles"},
                  {"Id": "getitem", "ReturnData": false, "MetricStat": {"Period": 300, "Stat": "Sum", "Metric": {
                    "Namespace": "AWS/DynamoDB", "MetricName": "ThrottledRequests", "Dimensions": [
                      {"Name": "TableName", "Value": "dev-table"}, {"Name": "Operation", "Value": "GetItem"}]}}},
                  {"Id": "putitem", "ReturnData": false, "MetricStat": {"Period": 300, "Stat": "Sum", "Metric": {
                    "Namespace": "AWS/DynamoDB", "MetricName": "ThrottledRequests", "Dimensions": [
                      {"Name": "TableName", "Value": "dev-table"}, {"Name": "Operation", "Value": "PutItem"}]}}}]}
                """);
        assertThat(alarm("Throttled").metrics()).hasSize(3);
        assertThat(alarm("Throttled").metrics().getFirst().expression()).isEqualTo("getitem + putitem");
        assertThat(alarm("Throttled").period()).isNull();
        clock.advance(Duration.ofHours(5));

        // Alarms on AWS/DynamoDB ignore missing data, whatever they say: without throttling there is no way back.
        MetricAlarm after = alarm("Throttled");
        assertThat(states("Throttled")).containsExactly("ALARM");
        assertThat(after.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(after.stateReason())
                .startsWith("Threshold Crossed: 1 datapoint [")
                .endsWith("the threshold (1.0).");
        JsonNode data = new ObjectMapper().readTree(after.stateReasonData());
        assertThat(data.path("period").asInt()).isEqualTo(300);
        assertThat(data.has("statistic")).isFalse();
        assertThat(data.path("evaluatedDatapoints").path(0).path("value").asDouble())
                .isPositive();
    }

    @Test
    void fillBringsAnAlarmBack() throws Exception {
        new BackupSystem(world, "dev", START);
        deploy("Dead", """
                {"Threshold": 0, "EvaluationPeriods": 1, "ComparisonOperator": "GreaterThanThreshold",
                 "Metrics": [
                  {"Id": "e1", "Expression": "FILL(m1, 0)"},
                  {"Id": "m1", "ReturnData": false, "MetricStat": {"Period": 60, "Stat": "Maximum", "Metric": {
                    "Namespace": "AWS/SQS", "MetricName": "ApproximateAgeOfOldestMessage", "Dimensions": [
                      {"Name": "QueueName", "Value": "dev-dead"}]}}}]}
                """);
        clock.advance(Duration.ofHours(1));

        assertThat(states("Dead")).containsExactly("OK", "ALARM", "OK");
    }

    @Test
    void aCallersAlarmIsGivenBackAsItWasPut() {
        List<MetricDataQuery> metrics = List.of(expression("e1", "m1 * 2"), metric("m1", false));
        put(metrics);

        assertThat(alarm("a").metrics()).isEqualTo(metrics);
        assertThat(alarm("a").metricName()).isNull();
        assertThat(alarm("a").statistic()).isNull();
    }

    @Test
    void exactlyOneOfTheMetricsReturnsData() {
        assertRefused(
                "Exactly one element of the metrics list should return data.",
                expression("e1", "m1 * 2"),
                metric("m1", true));
        assertRefused("Exactly one element of the metrics list should return data.", metric("m1", false));
    }

    @Test
    void atMostTenMetrics() {
        List<MetricDataQuery> metrics = new ArrayList<>(List.of(expression("e1", "SUM(METRICS())")));
        for (int index = 0; index < 10; index++) {
            metrics.add(metric("m" + index, false));
        }
        put(metrics);
        metrics.add(metric("m10", false));

        assertThatThrownBy(() -> put(metrics))
                .hasMessageStartingWith("The metrics list must not contain more than 10 metrics.");
    }

    @Test
    void theExpressionMustBeRightAndGiveOneSeries() {
        assertRefused(
                "Error in expression 'e1' [Undefined variable 'm2']", expression("e1", "m1 + m2"), metric("m1", false));
        assertRefused(
                "The metric math of an alarm must return a single time series.",
                expression("e1", "METRICS()"),
                metric("m1", false));
    }

    @Test
    void aTemplatesWrongAlarmIsRefusedInTheSameWords() throws Exception {
        assertThat(TemplateAlarms.refusal("a", json("""
                        {"Threshold": 0, "EvaluationPeriods": 1, "ComparisonOperator": "GreaterThanThreshold",
                         "Metrics": [{"Id": "e1", "Expression": "m1 +"}]}
                        """)))
                .contains("Error in expression 'e1' [Unexpected end of expression]");
    }

    private void assertRefused(String message, MetricDataQuery... metrics) {
        assertThatThrownBy(() -> put(List.of(metrics))).hasMessageStartingWith(message);
    }

    private void put(List<MetricDataQuery> metrics) {
        cloudWatch.putMetricAlarm(request -> request.alarmName("a")
                .threshold(1.0)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .metrics(metrics));
    }

    private static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder().id(id).expression(expression).build();
    }

    private static MetricDataQuery metric(String id, boolean returned) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(returned)
                .metricStat(stat -> stat.stat("Sum")
                        .period(60)
                        .metric(one -> one.namespace("test").metricName("m")))
                .build();
    }

    private void deploy(String name, String properties) throws Exception {
        world.put(new LiveResource(
                "stack",
                "stack",
                name,
                "AWS::CloudWatch::Alarm",
                name,
                json(properties),
                json("{}"),
                Map.of(),
                clock.instant(),
                clock.instant()));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }

    private MetricAlarm alarm(String name) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(name))
                .metricAlarms()
                .getFirst();
    }

    private List<String> states(String name) {
        return cloudWatch
                .describeAlarmHistory(request -> request.alarmName(name)
                        .historyItemType(HistoryItemType.STATE_UPDATE)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .alarmHistoryItems()
                .stream()
                .map(AlarmHistoryItem::historySummary)
                .map(summary -> summary.replaceAll(".* to ", ""))
                .toList();
    }
}
