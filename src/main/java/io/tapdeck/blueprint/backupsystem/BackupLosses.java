package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.SettingLoss;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is lost by keeping things for a shorter time. S3 applies a changed lifecycle to what is in the bucket already (S3
 * user guide, "Managing the lifecycle of objects").
 */
final class BackupLosses {
    private BackupLosses() {}

    static List<SettingLoss> of(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return Stream.of(
                        SettingLoss.ifShortened(
                                running,
                                wanted,
                                BackupSettings.RETENTION_DAYS,
                                "Backups older than %s are deleted in both buckets."),
                        SettingLoss.ifShortened(
                                running,
                                wanted,
                                BackupSettings.NONCURRENT_DAYS,
                                "Overwritten, deleted and expired backups are gone for good after %s."),
                        SettingLoss.ifShortened(
                                running,
                                wanted,
                                BackupSettings.QUEUE_RETENTION_DAYS,
                                "Jobs that wait for more than %s are lost."),
                        recovery(running, wanted))
                .flatMap(Optional::stream)
                .toList();
    }

    /** DynamoDB developer guide, "Point-in-time recovery": switched on again, the window starts anew. */
    private static Optional<SettingLoss> recovery(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return running.isOn(BackupSettings.POINT_IN_TIME_RECOVERY)
                        && !wanted.isOn(BackupSettings.POINT_IN_TIME_RECOVERY)
                ? Optional.of(new SettingLoss(
                        BackupSettings.POINT_IN_TIME_RECOVERY,
                        "The metadata table can no longer be restored to an earlier second."))
                : Optional.empty();
    }
}
