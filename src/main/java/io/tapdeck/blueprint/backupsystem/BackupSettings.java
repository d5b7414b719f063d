package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.Consequence;
import io.tapdeck.environment.Consequence.Kind;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of {@code backup-system}; ranges from the S3, SQS and DynamoDB references. */
public final class BackupSettings {
    public static final String RETENTION_DAYS = "retentionDays";
    public static final String NONCURRENT_DAYS = "noncurrentDays";
    public static final String REPLICA_REGION = "replicaRegion";
    public static final String VISIBILITY_TIMEOUT = "visibilityTimeout";
    public static final String QUEUE_RETENTION_DAYS = "queueRetentionDays";
    public static final String MAX_RECEIVE_COUNT = "maxReceiveCount";
    public static final String REQUEST_METRICS = "requestMetrics";
    public static final String POINT_IN_TIME_RECOVERY = "pointInTimeRecovery";
    public static final String PHYSICAL_NAMES = "physicalNames";

    /** The section of the buckets. */
    static final String STORAGE = "storage";

    static final String REGION_FORM = "[a-z]{2,5}(-[a-z]+)+-\\d";

    /** A hundred years. S3 takes more (S3 API reference, LifecycleExpiration), nobody means more. */
    private static final BigDecimal MOST_LIFECYCLE_DAYS = BigDecimal.valueOf(36_500);

    static final List<SettingSection> SECTIONS = List.of(
            new SettingSection(
                    STORAGE,
                    "Backups and their replicas",
                    "",
                    Form.FIELDS,
                    List.of(
                            days(
                                    RETENTION_DAYS,
                                    "Backups kept",
                                    "Days after which a backup expires, in both buckets (S3 API, LifecycleExpiration).",
                                    "365",
                                    MOST_LIFECYCLE_DAYS),
                            days(
                                    NONCURRENT_DAYS,
                                    "Old versions kept",
                                    "Days for which an overwritten, deleted or expired backup can be brought back"
                                            + " (S3 API, NoncurrentVersionExpiration).",
                                    "30",
                                    MOST_LIFECYCLE_DAYS),
                            new Setting.Name(
                                    REPLICA_REGION,
                                    "Replica region",
                                    "Where every backup is copied to, such as eu-west-1; another region costs transfer.",
                                    Mutability.FIXED,
                                    "",
                                    20,
                                    BackupSettings::region,
                                    "the same region"))),
            new SettingSection(
                    "queue",
                    "Queue",
                    "",
                    Form.FIELDS,
                    List.of(
                            quantity(
                                    VISIBILITY_TIMEOUT,
                                    "Visibility timeout",
                                    "How long a worker has a job for itself (SQS API, VisibilityTimeout).",
                                    "900",
                                    "0",
                                    "43200",
                                    "s"),
                            quantity(
                                    MAX_RECEIVE_COUNT,
                                    "Attempts",
                                    "How often a job is tried before it goes to the dead-letter queue (SQS API, maxReceiveCount).",
                                    "3",
                                    "1",
                                    "1000",
                                    ""),
                            days(
                                    QUEUE_RETENTION_DAYS,
                                    "Jobs kept",
                                    "Days after which a job that nobody does is lost (SQS API, MessageRetentionPeriod).",
                                    "14",
                                    BigDecimal.valueOf(14)))),
            Protection.section(
                    List.of(
                            new Consequence(
                                    Kind.LOSS, "Destroy deletes every backup, every replica and their encryption key."),
                            new Consequence(Kind.LOSS, "Both tables, and the jobs in the queues, are deleted."),
                            new Consequence(Kind.GAIN, "One command, nothing left behind.")),
                    List.of(
                            new Consequence(Kind.GAIN, "Destroy keeps buckets, tables and encryption key."),
                            new Consequence(Kind.LOSS, "The jobs in the queues are lost."),
                            new Consequence(Kind.LOCK, "Refused until deletion protection is switched off here."))),
            new SettingSection(
                    "more",
                    "More",
                    "",
                    Form.SWITCHES,
                    List.of(
                            new Setting.Toggle(
                                    POINT_IN_TIME_RECOVERY,
                                    "Point-in-time recovery",
                                    "Restores the metadata table to any second of the last 35 days.",
                                    Mutability.IN_PLACE,
                                    "true"),
                            new Setting.Toggle(
                                    REQUEST_METRICS,
                                    "Request metrics",
                                    "Requests and errors of the primary bucket, each minute; priced as custom metrics.",
                                    Mutability.IN_PLACE,
                                    "false"),
                            new Setting.Toggle(
                                    PHYSICAL_NAMES,
                                    "Readable names",
                                    "Names tables, queue and topic after the environment, each with the stack's id.",
                                    Mutability.REPLACES_LOSING_DATA,
                                    "false"))));

    private BackupSettings() {}

    /** The region of the replica stack; null if replicas stay in the environment's own. */
    public static @Nullable String replicaRegion(EnvironmentDefinition definition) {
        String region = definition.text(REPLICA_REGION);
        return region.isEmpty() ? null : region;
    }

    private static Setting days(String key, String label, String help, String value, BigDecimal most) {
        return new Setting.Quantity(
                key, label, help, Mutability.IN_PLACE, value, BigDecimal.ONE, most, BigDecimal.ONE, "days");
    }

    private static Setting quantity(
            String key, String label, String help, String value, String least, String most, String unit) {
        return new Setting.Quantity(
                key,
                label,
                help,
                Mutability.IN_PLACE,
                value,
                new BigDecimal(least),
                new BigDecimal(most),
                BigDecimal.ONE,
                unit);
    }

    private static @Nullable String region(String name) {
        return name.matches(REGION_FORM) ? null : "A region is written like eu-west-1.";
    }
}
