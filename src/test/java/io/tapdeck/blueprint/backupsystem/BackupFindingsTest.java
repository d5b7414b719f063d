package io.tapdeck.blueprint.backupsystem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackupFindingsTest {
    private final BackupSystem blueprint = new BackupSystem();
    private final Draft quiet = BackupDefinitions.draft()
            .withSetting("replicaRegion", "eu-west-1")
            .withRecipients(List.of("ops@acme.example"));

    @Test
    void thereIsNothingToSayOfASystemThatNeedsNothing() {
        assertThat(findings(quiet)).isEmpty();
    }

    @Test
    void aNewDraftHasNobodyToTellAndItsReplicasInTheSameRegion() {
        assertThat(findings(BackupDefinitions.draft()))
                .extracting(Finding::id)
                .containsExactly("replica-in-the-same-region", "nobody-is-told");
    }

    @Test
    void productionIsNotDisposable() {
        assertThat(only(quiet.withSuffix("live-eu")).fix())
                .isEqualTo(new Problem.Fix("Protect it", "protection", "protected"));
        assertThat(findings(quiet.withSuffix("live-eu").withSetting("protection", "protected")))
                .isEmpty();
        assertThat(blueprint.settingsFor(new Suffix("live-eu"))).isEqualTo(Map.of("protection", "protected"));
    }

    @Test
    void oneRetryDoesNotRaiseTheAlarm() {
        Finding finding = only(quiet.withSetting("visibilityTimeout", "3600"));

        assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(finding.text())
                .isEqualTo("A failed job comes back after 3600 s. The oldest-job alarm starts at 3600 s.");
        assertThat(finding.fix())
                .isEqualTo(new Problem.Fix("Set it to 7200 s", "alarm.oldestMessage.threshold", "7200"));
        assertThat(findings(quiet.withSetting("visibilityTimeout", "3599"))).isEmpty();
    }

    @Test
    void backupsThatExpireEarlyNeverReachCheaperStorage() {
        assertThat(findings(quiet.withSetting("retentionDays", "60").withSetting("noncurrentDays", "60")))
                .extracting(Finding::text)
                .containsExactly("At 60 days they never reach Glacier Deep Archive.");
    }

    @Test
    void storageThatIsChargedForLongerThanItIsUsedIsNamed() {
        assertThat(only(quiet.withSetting("retentionDays", "200")).text())
                .isEqualTo("Glacier Deep Archive is charged for 180 days at least; backups leave it earlier.");
        assertThat(findings(quiet.withSetting("retentionDays", "240"))).isEmpty();
    }

    @Test
    void everyMendingEndsItsFinding() {
        Draft loud = quiet.withSuffix("prod").withSetting("visibilityTimeout", "43200");
        for (Finding finding : findings(loud)) {
            Problem.Fix fix = requireNonNull(finding.fix());
            assertThat(findings(loud.with(fix.field(), fix.value())))
                    .extracting(Finding::id)
                    .doesNotContain(finding.id());
        }
    }

    @Test
    void anAlarmOnASumIsChargedForEachMetric() {
        assertThat(quantity(quiet, "cloudwatch-alarm-month")).isEqualByComparingTo("16");
        assertThat(quantity(quiet.with("alarm.systemErrors.enabled", "false"), "cloudwatch-alarm-month"))
                .isEqualByComparingTo("6");
        assertThat(quantity(quiet.withSetting("requestMetrics", "true"), "cloudwatch-alarm-month"))
                .isEqualByComparingTo("18");
    }

    @Test
    void onlyAnotherRegionCostsASecondKeyAndTransfer() {
        assertThat(quantity(quiet, "kms-key-month")).isEqualByComparingTo("2");
        assertThat(quantity(BackupDefinitions.draft(), "kms-key-month")).isEqualByComparingTo("1");
        assertThat(blueprint.usage(BackupDefinitions.valid(quiet)))
                .extracting(Usage::price)
                .contains("transfer-inter-region-gb");
        assertThat(blueprint.usage(BackupDefinitions.valid(BackupDefinitions.draft())))
                .extracting(Usage::price)
                .doesNotContain("transfer-inter-region-gb", "cloudwatch-metric-month");
    }

    @Test
    void replicasInAnotherRegionArePricedAtHomeAndSaidToBe() {
        assertThat(assumption(quiet, "s3-standard-gb-month")).endsWith("the replicas, all at the price of this region");
        assertThat(assumption(BackupDefinitions.draft(), "s3-standard-gb-month"))
                .endsWith("as much again for the replicas");
    }

    private String assumption(Draft draft, String price) {
        return blueprint.usage(BackupDefinitions.valid(draft)).stream()
                .filter(usage -> usage.price().equals(price))
                .map(Usage::assumption)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFactsSayWhenABackupIsMovedAndWhenItExpires() {
        assertThat(blueprint.facts("storage", key -> key.equals("retentionDays") ? "60" : "1"))
                .extracting(fact -> fact.figure() + " " + fact.words())
                .containsExactly("day 1 Intelligent-Tiering", "day 30 Glacier Flexible Retrieval", "day 60 expired");
    }

    private BigDecimal quantity(Draft draft, String price) {
        return blueprint.usage(BackupDefinitions.valid(draft)).stream()
                .filter(usage -> usage.price().equals(price))
                .map(Usage::most)
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings(Draft draft) {
        return blueprint.findings(BackupDefinitions.valid(draft));
    }

    private Finding only(Draft draft) {
        List<Finding> findings = findings(draft);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
