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

    /**
     * The metric of writer and reader alone: the cluster's value is their average. CloudWatch has it by the role of the
     * moment (Aurora user guide, "Dimensions for Aurora metrics"), so that the lines go on over a failover, which changes
     * which instance writes.
     */
    static List<ChartDescription.Member> byRole(MetricDescription cluster) {
        return List.of(member("writer", "WRITER", cluster), member("reader", "READER", cluster));
    }

    private static ChartDescription.Member member(String label, String role, MetricDescription cluster) {
        List<MetricDimension> dimensions =
                List.of(CLUSTER, new MetricDimension("Role", new MetricDimension.Fixed(role)));
        return new ChartDescription.Member(
                label,
                new MetricDescription(
                        cluster.name(),
                        List.of(new MetricDescription.Part(cluster.namespace(), cluster.name(), dimensions)),
                        cluster.statistic(),
                        cluster.unit()));
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
