package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MissingData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The alarms of {@code aurora-mysql}; without a preset they are those of the seed {@code aurora-secure}. */
public final class AuroraAlarms {
    /** Where the average of writer and reader can hide that one of them is busy. */
    private static final Set<String> HIDDEN_BY_AVERAGES = Set.of("connections", "cpu");

    private static final MetricDimension CLUSTER =
            MetricDimension.of("DBClusterIdentifier", "AWS::RDS::DBCluster", "AuroraCluster");

    static final List<AlarmDescription> ALL = List.of(
            alarm(
                    "capacity",
                    "ACU capacity",
                    "HighDatabaseCapacity",
                    "ServerlessDatabaseCapacity",
                    "ACU",
                    "0.5",
                    "256",
                    "0.1",
                    "1.5"),
            alarm(
                    "utilization",
                    "ACU utilization",
                    "HighACUUtilization",
                    "ACUUtilization",
                    "%",
                    "1",
                    "100",
                    "0.1",
                    "80"),
            alarm(
                    "connections",
                    "Connections",
                    "HighDatabaseConnections",
                    "DatabaseConnections",
                    "",
                    "1",
                    "16000",
                    "1",
                    "40"),
            alarm("cpu", "CPU", "HighCPUUtilization", "CPUUtilization", "%", "1", "100", "0.1", "80"));

    private AuroraAlarms() {}

    /** Whether an alarm that is switched on also looks at the writer and at the reader. */
    public static boolean perInstance(EnvironmentDefinition definition, AlarmRule rule) {
        return definition.isOn(AuroraSettings.INSTANCE_ALARMS) && HIDDEN_BY_AVERAGES.contains(rule.id());
    }

    /** The metric of writer and reader alone: the cluster's value is their average. */
    static List<ChartDescription.Member> perInstance(MetricDescription cluster) {
        return List.of(member("writer", cluster), member("reader", cluster));
    }

    /**
     * An instance in the role in which it was made; a failover makes the reader the writer, and the names stay.
     */
    private static ChartDescription.Member member(String role, MetricDescription cluster) {
        // CDK's logical id: the cluster's name, the suffix, the role, the suffix, eight digits.
        MetricDimension instance = new MetricDimension(
                "DBInstanceIdentifier",
                new MetricDimension.OfMatchingResource(
                        "AWS::RDS::DBInstance", "AuroraCluster(.*)" + role + "\\1[0-9A-F]{8}"));
        return new ChartDescription.Member(
                role,
                MetricDescription.of(
                        cluster.namespace(), cluster.name(), cluster.statistic(), instance, cluster.unit()));
    }

    private static AlarmDescription alarm(
            String id,
            String title,
            String logicalId,
            String metric,
            String unit,
            String minimum,
            String maximum,
            String step,
            String threshold) {
        return new AlarmDescription(
                id,
                title,
                logicalId,
                metric(metric, unit),
                new BigDecimal(minimum),
                new BigDecimal(maximum),
                new BigDecimal(step),
                new AlarmRule(id, true, new BigDecimal(threshold), 2, 2, 300, MissingData.NOT_BREACHING),
                null);
    }

    private static MetricDescription metric(String name, String unit) {
        return MetricDescription.of("AWS/RDS", name, "Average", CLUSTER, unit);
    }
}
