package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.Cidr;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Finding.Severity;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.Problem.Fix;
import io.tapdeck.environment.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is worth knowing about a definition that AWS would take. */
final class AuroraFindings {
    /** Aurora user guide, "Performance and scaling for Aurora Serverless v2": what Performance Insights asks for. */
    private static final BigDecimal INSIGHTS_MINIMUM = BigDecimal.TWO;

    /** Two thresholds that differ by less, in percent of the maximum, fire together. */
    private static final BigDecimal SAME = BigDecimal.valueOf(5);

    /** The share of the maximum at which a capacity alarm is worth hearing. */
    private static final BigDecimal SENSIBLE_SHARE = new BigDecimal("0.75");

    /** RFC 1918. */
    private static final List<Cidr> PRIVATE =
            List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("172.16.0.0/12"), Cidr.parse("192.168.0.0/16"));

    private static final Cidr USED_BY_SERVICES = Cidr.parse("172.17.0.0/16");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EnvironmentDefinition definition;
    private final BigDecimal minimum;
    private final BigDecimal maximum;
    private final List<Finding> findings = new ArrayList<>();

    private AuroraFindings(EnvironmentDefinition definition) {
        this.definition = definition;
        this.minimum = definition.number(AuroraSettings.MIN_CAPACITY);
        this.maximum = definition.number(AuroraSettings.MAX_CAPACITY);
    }

    static List<Finding> of(EnvironmentDefinition definition) {
        AuroraFindings all = new AuroraFindings(definition);
        Protection.finding(definition, "the database and all backups").ifPresent(all.findings::add);
        all.network();
        all.performanceInsights();
        all.capacityAlarm();
        all.connectionsAlarm();
        all.pausedCounts();
        all.encryption();
        return all.findings;
    }

    /** VPC user guide, "VPC CIDR blocks". */
    private void network() {
        Cidr vpc = Cidr.parse(definition.text(AuroraSettings.VPC_CIDR));
        if (PRIVATE.stream().noneMatch(range -> range.contains(vpc))) {
            findings.add(new Finding(
                    "vpc-range-is-public",
                    Severity.WARNING,
                    "VPC range %s is public".formatted(vpc),
                    "Networks that are joined with it no longer reach the internet addresses of the same numbers."
                            + " Private ranges lie in 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.",
                    null));
        } else if (USED_BY_SERVICES.overlaps(vpc)) {
            note(
                    "vpc-range-used-by-services",
                    "VPC range %s".formatted(vpc),
                    "Some AWS services, such as Cloud9 and SageMaker, use 172.17.0.0/16 themselves. AWS advises"
                            + " against it.",
                    null);
        }
    }

    private void encryption() {
        if (!AuroraExportSettings.ownKey(definition)) {
            note(
                    "bucket-not-on-own-key",
                    "Backup bucket on S3's key",
                    "Whoever may read the bucket reads what is in it. An own key asks for its permission too.",
                    new Fix("Use the own key", AuroraSettings.BUCKET_ENCRYPTION, AuroraExportSettings.OWN_KEY));
        }
        if (!AuroraAccessSettings.topicEncrypted(definition)) {
            note(
                    "topic-not-encrypted",
                    "Alarm topic without encryption",
                    "SNS stores the alarms' messages as they are.",
                    new Fix("Use the own key", AuroraSettings.TOPIC_ENCRYPTION, AuroraAccessSettings.OWN_KEY));
        }
    }

    private void performanceInsights() {
        if (!definition.isOn(AuroraSettings.PERFORMANCE_INSIGHTS) || minimum.compareTo(INSIGHTS_MINIMUM) >= 0) {
            return;
        }
        Fix fix = maximum.compareTo(INSIGHTS_MINIMUM) < 0
                ? new Fix("Switch it off", AuroraSettings.PERFORMANCE_INSIGHTS, "false")
                : new Fix("Set the minimum to 2", AuroraSettings.MIN_CAPACITY, "2");
        warn(
                "performance-insights-below-2-acu",
                "Performance Insights below 2 ACU",
                "AWS asks for a minimum of 2 ACU. Data may be missing while the cluster is at %s."
                        .formatted(minimum.toPlainString()),
                fix);
    }

    private void capacityAlarm() {
        AlarmRule capacity = enabled("capacity").orElse(null);
        if (capacity == null) {
            return;
        }
        BigDecimal threshold = capacity.threshold();
        BigDecimal percent = threshold.multiply(HUNDRED).divide(maximum, 1, RoundingMode.HALF_UP);
        String sensible = shortest(halfSteps(maximum.multiply(SENSIBLE_SHARE)));
        Fix fix = new Fix("Set it to " + sensible, "alarm.capacity.threshold", sensible);
        String title = "Capacity alarm at %s ACU".formatted(shortest(threshold));
        if (threshold.compareTo(maximum) > 0) {
            warn(
                    "capacity-alarm-never-starts",
                    title,
                    "The maximum is %s, so this alarm never starts.".formatted(shortest(maximum)),
                    fix);
        } else if (percent.compareTo(HUNDRED.divide(BigDecimal.TWO)) < 0) {
            note(
                    "capacity-alarm-too-low",
                    title,
                    "Made for a maximum of %s. With %s it would be on most of the day."
                            .formatted(
                                    shortest(halfSteps(threshold.divide(SENSIBLE_SHARE, 1, RoundingMode.HALF_UP))),
                                    shortest(maximum)),
                    fix);
        }
        enabled("utilization").ifPresent(utilization -> {
            if (percent.subtract(utilization.threshold()).abs().compareTo(SAME) <= 0) {
                warn(
                        "two-alarms-say-the-same",
                        "Two alarms say the same",
                        "%s of %s ACU is %s %% utilization. Keep both only if their receivers differ."
                                .formatted(shortest(threshold), shortest(maximum), shortest(percent)),
                        new Fix("Turn capacity off", "alarm.capacity.enabled", "false"));
            }
        });
    }

    private void connectionsAlarm() {
        int most = AuroraCapacity.maxConnections(maximum);
        enabled("connections").ifPresent(connections -> {
            if (connections.threshold().compareTo(BigDecimal.valueOf(most)) > 0) {
                int sensible = most * 4 / 5;
                warn(
                        "connections-alarm-never-starts",
                        "Connections alarm at %s".formatted(shortest(connections.threshold())),
                        "With a maximum of %s ACU an instance takes up to %,d connections. This alarm never starts."
                                .formatted(shortest(maximum), most),
                        new Fix("Set it to " + sensible, "alarm.connections.threshold", Integer.toString(sensible)));
            }
        });
    }

    private void pausedCounts() {
        if (minimum.signum() > 0) {
            return;
        }
        definition.alarms().stream()
                .filter(rule -> rule.enabled() && rule.missingData() == MissingData.BREACHING)
                .findFirst()
                .ifPresent(rule -> warn(
                        "paused-cluster-alarms",
                        "A paused cluster alarms",
                        "At 0 ACU there is no data, and an alarm counts missing data as breaching.",
                        new Fix(
                                "Count it as good",
                                "alarm." + rule.id() + ".missingData",
                                MissingData.NOT_BREACHING.wireName())));
    }

    private Optional<AlarmRule> enabled(String alarm) {
        return definition.alarm(alarm).filter(AlarmRule::enabled);
    }

    private void warn(String id, String title, String text, Fix fix) {
        findings.add(new Finding(id, Severity.WARNING, title, text, fix));
    }

    private void note(String id, String title, String text, @Nullable Fix fix) {
        findings.add(new Finding(id, Severity.NOTE, title, text, fix));
    }

    private static BigDecimal halfSteps(BigDecimal capacity) {
        return capacity.multiply(BigDecimal.TWO)
                .setScale(0, RoundingMode.HALF_UP)
                .divide(BigDecimal.TWO);
    }

    private static String shortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
