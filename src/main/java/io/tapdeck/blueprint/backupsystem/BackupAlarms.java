package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDescription.Part;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MetricDimension.Form;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.SettingCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code backup-system} looks at. Statistics, periods and the share of failed requests are those of the CloudWatch
 * user guide, "Recommended alarms", where it has any.
 */
public final class BackupAlarms {
    /** What the logical ids of the watched resources begin with. */
    public static final String QUEUE = "BackupQueue";

    public static final String DEAD_LETTERS = "BackupDeadLetterQueue";
    public static final String METADATA = "BackupMetadataTable";
    public static final String DEDUPLICATION = "DeduplicationTable";
    public static final String BUCKET = "BackupBucket";

    /** The request metrics' filter: it takes in the whole bucket, under the name that the S3 console gives it. */
    public static final String FILTER = "EntireBucket";

    static final String OLDEST_MESSAGE = "oldestMessage";

    /** Ten metrics are the most that an alarm takes: five operations of two tables. */
    private static final List<String> OPERATIONS = List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query");

    private static final SettingCondition REQUEST_METRICS =
            new SettingCondition(BackupSettings.REQUEST_METRICS, "true", "Switch request metrics on.");

    private static final BigDecimal COUNT_LIMIT = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    /** The longest that a message can wait: SQS keeps it for 14 days at most. */
    private static final BigDecimal OLDEST = BigDecimal.valueOf(14 * 86_400L);

    private static final MetricDescription AGE = queue("ApproximateAgeOfOldestMessage", QUEUE, "s");

    static final List<AlarmDescription> ALL = List.of(
            new AlarmDescription(
                    OLDEST_MESSAGE,
                    "Oldest job",
                    "OldBackupMessage",
                    AGE,
                    BigDecimal.ONE,
                    OLDEST,
                    BigDecimal.ONE,
                    rule(OLDEST_MESSAGE, "3600", 2, 300),
                    null),
            count(
                    "deadLetters",
                    "Dead letters",
                    "DeadLetters",
                    queue("ApproximateNumberOfMessagesVisible", DEAD_LETTERS, ""),
                    rule("deadLetters", "1", 1, 300)),
            count("throttles", "Throttled requests", "TableThrottles", throttles(), sparse("throttles", "10")),
            count("systemErrors", "DynamoDB errors", "TableSystemErrors", systemErrors(), sparse("systemErrors", "5")),
            share("clientErrors", "Bucket 4xx share", "BucketClientErrors", "4xxErrors"),
            share("serverErrors", "Bucket 5xx share", "BucketServerErrors", "5xxErrors"));

    /** The backlog, which is no fault by itself, and then what there is an alarm for. */
    static final List<ChartDescription> CHARTS = Stream.concat(
                    Stream.of(new ChartDescription(
                            "backlog",
                            "Waiting jobs",
                            queue("ApproximateNumberOfMessagesVisible", QUEUE, ""),
                            null,
                            null)),
                    ALL.stream()
                            .map(alarm -> new ChartDescription(
                                    alarm.id(), alarm.title(), alarm.metric(), alarm.id(), alarm.needs())))
            .toList();

    private BackupAlarms() {}

    private static AlarmDescription count(
            String id, String title, String logicalId, MetricDescription metric, AlarmRule defaults) {
        return new AlarmDescription(
                id, title, logicalId, metric, BigDecimal.ONE, COUNT_LIMIT, BigDecimal.ONE, defaults, null);
    }

    /** The average of 4xxErrors and 5xxErrors is the share of requests that failed, from 0 to 1. */
    private static AlarmDescription share(String id, String title, String logicalId, String metric) {
        return new AlarmDescription(
                id,
                title,
                logicalId,
                new MetricDescription(
                        metric,
                        List.of(new Part(
                                "AWS/S3",
                                metric,
                                List.of(
                                        MetricDimension.of("BucketName", "AWS::S3::Bucket", BUCKET),
                                        new MetricDimension("FilterId", new MetricDimension.Fixed(FILTER))))),
                        "Average",
                        MetricDescription.SHARE),
                PERCENT,
                BigDecimal.ONE,
                PERCENT,
                rule(id, "0.05", 15, 60),
                REQUEST_METRICS);
    }

    /** Two of three: the newest period of a count counts as zero until its data is there, and must not hide the others. */
    private static AlarmRule sparse(String id, String threshold) {
        return new AlarmRule(id, true, new BigDecimal(threshold), 2, 3, 300, MissingData.NOT_BREACHING);
    }

    private static AlarmRule rule(String id, String threshold, int periods, int seconds) {
        return new AlarmRule(id, true, new BigDecimal(threshold), periods, periods, seconds, MissingData.NOT_BREACHING);
    }

    private static MetricDescription queue(String metric, String logicalId, String unit) {
        MetricDimension name = new MetricDimension(
                "QueueName", new MetricDimension.OfResource("AWS::SQS::Queue", logicalId, Form.AFTER_LAST_SLASH));
        return MetricDescription.of("AWS/SQS", metric, "Maximum", name, unit);
    }

    private static MetricDescription throttles() {
        List<Part> parts = new ArrayList<>();
        for (String table : List.of(METADATA, DEDUPLICATION)) {
            for (String metric : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
                parts.add(new Part("AWS/DynamoDB", metric, List.of(table(table))));
            }
        }
        return new MetricDescription("ThrottleEvents", parts, "Sum", "");
    }

    private static MetricDescription systemErrors() {
        List<Part> parts = new ArrayList<>();
        for (String table : List.of(METADATA, DEDUPLICATION)) {
            for (String operation : OPERATIONS) {
                parts.add(new Part(
                        "AWS/DynamoDB",
                        "SystemErrors",
                        List.of(table(table), new MetricDimension("Operation", new MetricDimension.Fixed(operation)))));
            }
        }
        return new MetricDescription("SystemErrors", parts, "Sum", "");
    }

    private static MetricDimension table(String logicalId) {
        return MetricDimension.of("TableName", "AWS::DynamoDB::Table", logicalId);
    }
}
