package io.tapdeck.sandbox.cloudwatch.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.cloudwatch.BackupSystem;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A backup system as CloudWatch sees it in its first hours. */
class BackupWorkloadTest {
    private static final Instant CREATED = Instant.parse("2026-11-22T08:00:00Z");
    private final VirtualClock clock = new VirtualClock(CREATED);
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
    private final BackupSystem dev = new BackupSystem(world, "dev", clock.instant());

    @Test
    void itsMetricsHaveTheServicesNamesAndDimensions() {
        clock.advance(Duration.ofHours(18));

        assertThat(metrics("AWS/SQS", "dev-jobs"))
                .containsExactly(
                        "ApproximateAgeOfOldestMessage(QueueName) Seconds",
                        "ApproximateNumberOfMessagesNotVisible(QueueName) Count",
                        "ApproximateNumberOfMessagesVisible(QueueName) Count",
                        "NumberOfMessagesDeleted(QueueName) Count",
                        "NumberOfMessagesReceived(QueueName) Count",
                        "NumberOfMessagesSent(QueueName) Count");
        assertThat(metrics("AWS/SQS", "dev-dead"))
                .contains(
                        "ApproximateAgeOfOldestMessage(QueueName) Seconds",
                        "ApproximateNumberOfMessagesVisible(QueueName) Count");
        assertThat(metrics("AWS/DynamoDB", "dev-table"))
                .containsExactly(
                        "ConsumedReadCapacityUnits(TableName) Count",
                        "ConsumedWriteCapacityUnits(TableName) Count",
                        "ReadThrottleEvents(TableName) Count",
                        "SuccessfulRequestLatency(Operation,TableName) Milliseconds",
                        "SystemErrors(Operation,TableName) Count",
                        "ThrottledRequests(Operation,TableName) Count",
                        "WriteThrottleEvents(TableName) Count");
        assertThat(metrics("AWS/S3", "dev-bucket"))
                .containsExactly(
                        "4xxErrors(BucketName,FilterId) Count",
                        "5xxErrors(BucketName,FilterId) Count",
                        "AllRequests(BucketName,FilterId) Count",
                        "BucketSizeBytes(BucketName,StorageType) Bytes",
                        "BytesUploaded(BucketName,FilterId) Bytes",
                        "NumberOfObjects(BucketName,StorageType) Count",
                        "PutRequests(BucketName,FilterId) Count");
    }

    @Test
    void alarmsOnDeadLettersAndOnTheOldestMessageComeAndGo() {
        dev.alarm("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", dev.deadLetters(), 0);
        dev.alarm("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", dev.jobs(), 3600);
        clock.advance(Duration.ofMinutes(20));
        assertThat(states("ApproximateNumberOfMessagesVisible")).containsExactly("OK", "ALARM");

        clock.advance(Duration.ofHours(3));

        assertThat(states("ApproximateNumberOfMessagesVisible")).startsWith("OK", "ALARM", "OK");
        assertThat(states("ApproximateAgeOfOldestMessage")).containsExactly("OK", "ALARM", "OK");
    }

    @Test
    void aDeadLetterQueueFallsSilentSixHoursAfterItWasLastUsed() {
        dev.jobs(900, 1000, clock.instant());
        clock.advance(Duration.ofHours(8));

        assertThat(datapoints("AWS/SQS", "ApproximateNumberOfMessagesVisible", Map.of("QueueName", dev.deadLetters())))
                .hasSize(72)
                .allMatch(point -> point.maximum() == 0);
        assertThat(datapoints("AWS/SQS", "ApproximateAgeOfOldestMessage", Map.of("QueueName", dev.deadLetters())))
                .isEmpty();
    }

    @Test
    void everyJobThatIsDoneIsStored() {
        clock.advance(Duration.ofHours(6));

        double done = sum(datapoints("AWS/SQS", "NumberOfMessagesDeleted", Map.of("QueueName", dev.jobs())));
        assertThat(sum(datapoints("AWS/S3", "PutRequests", entireBucket()))).isEqualTo(done);
        assertThat(sum(datapoints("AWS/S3", "AllRequests", entireBucket()))).isGreaterThan(done);

        clock.advance(Duration.ofHours(12));
        assertThat(datapoints("AWS/S3", "NumberOfObjects", stored("AllStorageTypes")))
                .singleElement()
                .satisfies(point -> assertThat(point.maximum()).isGreaterThan(done));
        assertThat(datapoints("AWS/S3", "BucketSizeBytes", stored("StandardStorage")))
                .hasSize(1);
    }

    @Test
    void throttlingComesWithTheRushAfterAStallAndErrorsAreRatesOfRequests() {
        clock.advance(Duration.ofHours(3));

        List<Datapoint> throttled = datapoints("AWS/DynamoDB", "WriteThrottleEvents", Map.of("TableName", "dev-table"));
        assertThat(throttled).isNotEmpty().allMatch(point -> point.sum() > 0);
        assertThat(throttled.size()).isLessThan(12);
        assertThat(sum(datapoints(
                        "AWS/DynamoDB", "ThrottledRequests", Map.of("TableName", "dev-table", "Operation", "PutItem"))))
                .isEqualTo(sum(throttled));
        assertThat(datapoints("AWS/S3", "5xxErrors", entireBucket()))
                .allMatch(point -> point.average() >= 0 && point.average() <= 1)
                .anyMatch(point -> point.average() == 0)
                .anyMatch(point -> point.average() > 0.01);
    }

    /** CloudWatch user guide, "Recommended alarms": 15 of 15 minutes with at least 5 % of failed requests. */
    @Test
    void bucketFaultsLastAsLongAsTheRecommendedAlarmsWait() {
        clock.advance(Duration.ofHours(5));

        assertThat(longestRunAbove("4xxErrors", 0.05)).isGreaterThanOrEqualTo(15);
        assertThat(longestRunAbove("5xxErrors", 0.05)).isGreaterThanOrEqualTo(15);
    }

    private int longestRunAbove(String metric, double share) {
        int longest = 0;
        int run = 0;
        for (Datapoint point : datapoints(cloudWatch, "AWS/S3", metric, entireBucket(), 60)) {
            run = point.average() >= share ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Test
    void withoutAMetricsConfigurationABucketHasNoRequestMetrics() {
        dev.bucket(JsonNodeFactory.instance.objectNode());
        clock.advance(Duration.ofHours(3));

        assertThat(metrics("AWS/S3", "dev-bucket")).isEmpty();
    }

    @Test
    void objectsMoveThroughTheStorageTypesOfTheLifecycle() {
        var bucket = JsonNodeFactory.instance.objectNode();
        var rule = bucket.putObject("LifecycleConfiguration").putArray("Rules").addObject();
        rule.put("Status", "Enabled").put("ExpirationInDays", 4);
        rule.putArray("Transitions").addObject().put("StorageClass", "GLACIER").put("TransitionInDays", 2);
        dev.bucket(bucket);
        clock.advance(Duration.ofDays(9));

        List<Datapoint> standard = datapoints("AWS/S3", "BucketSizeBytes", stored("StandardStorage"));
        List<Datapoint> glacier = datapoints("AWS/S3", "BucketSizeBytes", stored("GlacierStorage"));
        assertThat(standard).hasSize(9);
        assertThat(glacier).hasSize(7);
        // Two days' objects in each: those of days 1 and 2, and of days 3 and 4.
        assertThat(glacier.getLast().maximum() / standard.getLast().maximum()).isBetween(0.8, 1.25);
    }

    @Test
    void anotherSandboxThatIsAskedOnlyNowSeesTheSame() {
        SandboxCloudWatch late = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
        for (int minute = 0; minute < 200; minute++) {
            clock.advance(Duration.ofMinutes(1));
            cloudWatch.advance();
        }
        assertThat(datapoints(late, "AWS/SQS", "ApproximateNumberOfMessagesVisible", Map.of("QueueName", dev.jobs())))
                .isEqualTo(datapoints("AWS/SQS", "ApproximateNumberOfMessagesVisible", Map.of("QueueName", dev.jobs())))
                .isNotEmpty();
    }

    private static Map<String, String> entireBucket() {
        return Map.of("BucketName", "dev-bucket", "FilterId", "EntireBucket");
    }

    private static Map<String, String> stored(String type) {
        return Map.of("BucketName", "dev-bucket", "StorageType", type);
    }

    private List<Datapoint> datapoints(String namespace, String metric, Map<String, String> dimensions) {
        return datapoints(cloudWatch, namespace, metric, dimensions);
    }

    private List<Datapoint> datapoints(
            SandboxCloudWatch asked, String namespace, String metric, Map<String, String> dimensions) {
        boolean daily = metric.startsWith("Bucket") || metric.equals("NumberOfObjects");
        return datapoints(asked, namespace, metric, dimensions, daily ? 86_400 : 300);
    }

    private List<Datapoint> datapoints(
            SandboxCloudWatch asked, String namespace, String metric, Map<String, String> dimensions, int period) {
        return asked.getMetricStatistics(request -> request.namespace(namespace)
                        .metricName(metric)
                        .dimensions(dimensions.entrySet().stream()
                                .map(one -> Dimension.builder()
                                        .name(one.getKey())
                                        .value(one.getValue())
                                        .build())
                                .toList())
                        .startTime(CREATED.truncatedTo(ChronoUnit.DAYS))
                        .endTime(clock.instant())
                        .period(period)
                        .statistics(Statistic.SUM, Statistic.AVERAGE, Statistic.MAXIMUM))
                .datapoints();
    }

    private static double sum(List<Datapoint> points) {
        return points.stream().mapToDouble(Datapoint::sum).sum();
    }

    private Set<String> metrics(String namespace, String resource) {
        return cloudWatch.listMetrics(request -> request.namespace(namespace)).metrics().stream()
                .filter(metric -> metric.dimensions().stream()
                        .anyMatch(dimension -> dimension.value().equals(resource)))
                .map(metric -> metric.metricName()
                        + metric.dimensions().stream()
                                .map(Dimension::name)
                                .sorted()
                                .collect(Collectors.joining(",", "(", ") "))
                        + cloudWatch
                                .getMetricStatistics(request -> request.namespace(namespace)
                                        .metricName(metric.metricName())
                                        .dimensions(metric.dimensions())
                                        .startTime(clock.instant().minus(Duration.ofDays(5)))
                                        .endTime(clock.instant())
                                        .period(3600)
                                        .statistics(Statistic.SUM))
                                .datapoints()
                                .getFirst()
                                .unitAsString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> states(String metric) {
        return cloudWatch
                .describeAlarmHistory(request -> request.alarmName("dev-" + metric)
                        .historyItemType(HistoryItemType.STATE_UPDATE)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .alarmHistoryItems()
                .stream()
                .map(item -> item.historySummary().replaceAll(".* to ", ""))
                .toList();
    }
}
