package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.SettingLoss;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is lost by keeping things for a shorter time. Both lifecycles delete exports after the same setting's days. */
final class AuroraLosses {
    private AuroraLosses() {}

    static List<SettingLoss> of(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return Stream.of(
                        SettingLoss.ifShortened(
                                running,
                                wanted,
                                AuroraSettings.BACKUP_RETENTION_DAYS,
                                "Restore points older than %s are lost."),
                        SettingLoss.ifShortened(
                                running,
                                wanted,
                                AuroraSettings.EXPORT_EXPIRY_DAYS,
                                "Snapshot exports older than %s are deleted."))
                .flatMap(Optional::stream)
                .toList();
    }
}
