package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.Consequence;
import io.tapdeck.environment.Consequence.Kind;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Setting.Choice.Option;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of {@code aurora-mysql}; ranges from the Aurora and RDS user guides. */
public final class AuroraSettings {
    public static final String ENGINE_VERSION = "engineVersion";
    public static final String MIN_CAPACITY = "minCapacity";
    public static final String MAX_CAPACITY = "maxCapacity";
    public static final String VPC_CIDR = "vpcCidr";
    public static final String SUBNET_CIDR_A = "subnetCidrA";
    public static final String SUBNET_CIDR_B = "subnetCidrB";
    public static final String SUBNET_NAME = "subnetName";
    public static final String BACKUP_RETENTION_DAYS = "backupRetentionDays";
    public static final String DATABASE_NAME = "databaseName";
    public static final String RESTORE_FROM = "restoreFrom";
    public static final String BUCKET_ENCRYPTION = "bucketEncryption";
    public static final String BUCKET_LIFECYCLE = "bucketLifecycle";
    public static final String EXPORT_EXPIRY_DAYS = "exportExpiryDays";
    public static final String KEY_ALIAS = "keyAlias";
    public static final String TOPIC_ENCRYPTION = "topicEncryption";
    public static final String ENDPOINT_OUTPUTS = "endpointOutputs";
    public static final String PERFORMANCE_INSIGHTS = "performanceInsights";
    public static final String GENERAL_LOG = "generalLog";
    public static final String INSTANCE_ALARMS = "instanceAlarms";
    public static final String PASSWORD_ROTATION = "passwordRotation";

    /** The section of the capacity range. */
    static final String CAPACITY = "capacity";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static final List<SettingSection> SECTIONS = List.of(
            capacity(),
            details(),
            protection(),
            AuroraNetworkSettings.SECTION,
            AuroraExportSettings.SECTION,
            AuroraAccessSettings.SECTION,
            more());

    /** Words that MySQL 8.0 reserves and somebody might well choose. */
    private static final Set<String> RESERVED = Set.of(
            "database",
            "default",
            "group",
            "index",
            "key",
            "mysql",
            "order",
            "schema",
            "select",
            "sys",
            "system",
            "table",
            "user",
            "information_schema",
            "performance_schema");

    private AuroraSettings() {}

    private static SettingSection capacity() {
        return new SettingSection(
                CAPACITY,
                "Capacity range",
                "",
                Form.RANGE,
                List.of(
                        new Setting.Quantity(
                                MIN_CAPACITY,
                                "Minimum capacity",
                                "Capacity never falls below it. 0 pauses an idle cluster.",
                                Mutability.IN_PLACE,
                                "0.5",
                                BigDecimal.ZERO,
                                new BigDecimal("256"),
                                HALF,
                                "ACU"),
                        new Setting.Quantity(
                                MAX_CAPACITY,
                                "Maximum capacity",
                                "Capacity, and its price, never rise above it.",
                                Mutability.IN_PLACE,
                                "2",
                                BigDecimal.ONE,
                                new BigDecimal("256"),
                                HALF,
                                "ACU")));
    }

    private static SettingSection details() {
        return new SettingSection(
                "details",
                "Network, version and backups",
                "",
                Form.FIELDS,
                List.of(
                        new Setting.Network(
                                VPC_CIDR,
                                "VPC range",
                                "The VPC's addresses, /16 to /27 (VPC user guide, “VPC CIDR blocks”).",
                                Mutability.FIXED,
                                "10.30.0.0/16",
                                16,
                                27,
                                null),
                        new Setting.Choice(
                                ENGINE_VERSION,
                                "Engine version",
                                "The Aurora MySQL version; 3.08.0 and later can pause at 0 ACU. An upgrade restarts"
                                        + " the instances, a downgrade is refused.",
                                Mutability.IN_PLACE,
                                "3.08.2",
                                AuroraCapacity.VERSIONS.reversed().stream()
                                        .map(version -> new Option(version, version))
                                        .toList()),
                        new Setting.Quantity(
                                BACKUP_RETENTION_DAYS,
                                "Backups kept",
                                "Days for which the cluster can be restored to any second (RDS API, BackupRetentionPeriod).",
                                Mutability.IN_PLACE,
                                "5",
                                BigDecimal.ONE,
                                new BigDecimal("35"),
                                BigDecimal.ONE,
                                "days"),
                        new Setting.Name(
                                DATABASE_NAME,
                                "Database name",
                                "The first database in the cluster (RDS API, DatabaseName).",
                                Mutability.REPLACES_LOSING_DATA,
                                "saasdb",
                                64,
                                AuroraSettings::databaseName,
                                null),
                        AuroraRestore.SETTING));
    }

    private static SettingSection protection() {
        return Protection.section(
                List.of(
                        new Consequence(
                                Kind.LOSS, "Destroy deletes the database and all backups. Nothing can be restored."),
                        new Consequence(Kind.LOSS, "The backup bucket is emptied and deleted."),
                        new Consequence(Kind.GAIN, "One command, nothing left behind.")),
                List.of(
                        new Consequence(Kind.GAIN, "Destroy takes a last snapshot. Only later writes are lost."),
                        new Consequence(Kind.GAIN, "Backup bucket and encryption key are kept."),
                        new Consequence(Kind.LOCK, "Refused until deletion protection is switched off here.")));
    }

    private static SettingSection more() {
        return new SettingSection(
                "more",
                "More",
                "",
                Form.SWITCHES,
                List.of(
                        new Setting.Toggle(
                                PERFORMANCE_INSIGHTS,
                                "Performance Insights",
                                "Load by statement, kept for 7 days; AWS asks for a minimum of 2 ACU.",
                                Mutability.IN_PLACE,
                                "true"),
                        new Setting.Toggle(
                                GENERAL_LOG,
                                "General log",
                                "Every statement in CloudWatch Logs; costs storage and speed.",
                                Mutability.IN_PLACE,
                                "false"),
                        new Setting.Toggle(
                                INSTANCE_ALARMS,
                                "Alarms per instance",
                                "CPU and connections of each instance; an average can hide a busy one.",
                                Mutability.IN_PLACE,
                                "false"),
                        new Setting.Toggle(
                                PASSWORD_ROTATION,
                                "Password rotation",
                                "RDS changes the password every 7 days. Changing this moves it to another secret, with"
                                        + " another ARN; open connections stay.",
                                Mutability.IN_PLACE,
                                "false")));
    }

    private static @Nullable String databaseName(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            return "A database name begins with a letter and goes on with letters, digits and _.";
        }
        return RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? "“%s” is reserved by MySQL.".formatted(name) : null;
    }
}
