package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.SettingRule;
import java.math.BigDecimal;
import java.util.List;

/** What makes a definition impossible although each of its settings is valid. */
final class BackupRules {
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    /** A message never grows older than the queue keeps it, so an alarm beyond that could never start. */
    static final SettingRule OLDEST_MESSAGE = new SettingRule(
            List.of(BackupSettings.QUEUE_RETENTION_DAYS, "alarm." + BackupAlarms.OLDEST_MESSAGE),
            BackupRules::oldestMessage);

    private BackupRules() {}

    private static List<Problem> oldestMessage(EnvironmentDefinition definition) {
        BigDecimal days = definition.number(BackupSettings.QUEUE_RETENTION_DAYS);
        String oldest = days.multiply(DAY_SECONDS).toPlainString();
        String field = "alarm." + BackupAlarms.OLDEST_MESSAGE + ".threshold";
        return definition
                .alarm(BackupAlarms.OLDEST_MESSAGE)
                .filter(AlarmRule::enabled)
                .filter(rule -> rule.threshold().compareTo(new BigDecimal(oldest)) > 0)
                .map(rule -> new Problem(
                        field,
                        "The queue keeps jobs for at most %s s; this alarm never starts.".formatted(oldest),
                        new Problem.Fix("Use " + oldest + " s", field, oldest)))
                .stream()
                .toList();
    }

    /** Which replica region a region can have (S3 user guide, "Replicating objects overview"). */
    static SettingRule replicaFor(String region) {
        return new SettingRule(List.of(BackupSettings.REPLICA_REGION), definition -> replica(definition, region));
    }

    private static List<Problem> replica(EnvironmentDefinition definition, String region) {
        String replica = BackupSettings.replicaRegion(definition);
        if (replica == null) {
            return List.of();
        }
        if (replica.equals(region)) {
            return List.of(problem("%s is the environment's own region. Leave the field empty to keep replicas in it."
                    .formatted(region)));
        }
        return partition(replica).equals(partition(region))
                ? List.of()
                : List.of(problem("S3 does not replicate from %s to %s. Choose a region of the same AWS partition."
                        .formatted(region, replica)));
    }

    private static Problem problem(String message) {
        return new Problem(
                BackupSettings.REPLICA_REGION,
                message,
                new Problem.Fix("Use the same region", BackupSettings.REPLICA_REGION, ""));
    }

    /** The regions of a partition but the commercial one begin alike (SDK's {@code endpoints.json}, {@code regionRegex}). */
    private static String partition(String region) {
        return List.of("cn-", "us-gov-", "us-iso-", "us-isob-", "us-isof-", "eu-isoe-", "eusc-").stream()
                .filter(region::startsWith)
                .findFirst()
                .orElse("aws");
    }
}
