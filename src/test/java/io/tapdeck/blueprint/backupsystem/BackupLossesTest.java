package io.tapdeck.blueprint.backupsystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.SettingLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of settings deletes while every bucket, table and queue stays. */
class BackupLossesTest {
    private final BackupSystem blueprint = new BackupSystem();
    private final EnvironmentDefinition usual = BackupDefinitions.valid(BackupDefinitions.draft());

    @ParameterizedTest
    @CsvSource({
        "retentionDays, 1, Backups older than 1 day are deleted in both buckets.",
        "noncurrentDays, 7, 'Overwritten, deleted and expired backups are gone for good after 7 days.'",
        "queueRetentionDays, 2, Jobs that wait for more than 2 days are lost.",
        "pointInTimeRecovery, false, The metadata table can no longer be restored to an earlier second.",
    })
    void lessIsALossAndTheWayBackIsNone(String setting, String less, String words) {
        EnvironmentDefinition lesser =
                BackupDefinitions.valid(BackupDefinitions.draft().withSetting(setting, less));

        assertThat(blueprint.losses(usual, lesser)).containsExactly(new SettingLoss(setting, words));
        assertThat(blueprint.losses(lesser, usual)).isEmpty();
    }

    @Test
    void whatStaysLosesNothing() {
        assertThat(blueprint.losses(usual, usual)).isEmpty();
    }
}
