package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuroraFindingsTest {
    private final Draft quiet = AuroraDefinitions.draft()
            .withSetting("minCapacity", "2")
            .withSetting("maxCapacity", "8")
            .withAlarm(AuroraDefinitions.draft().alarms().getFirst().with("threshold", "5"));

    @Test
    void thereIsNothingToSayOfADatabaseThatNeedsNothing() {
        assertThat(findings(quiet)).isEmpty();
    }

    @Test
    void performanceInsightsAsksForTwoAcu() {
        assertThat(only(quiet.withSetting("minCapacity", "0.5")))
                .isEqualTo(new Finding(
                        "performance-insights-below-2-acu",
                        Finding.Severity.WARNING,
                        "Performance Insights below 2 ACU",
                        "AWS asks for a minimum of 2 ACU. Data may be missing while the cluster is at 0.5.",
                        new Problem.Fix("Set the minimum to 2", "minCapacity", "2")));
        assertThat(findings(quiet.withSetting("minCapacity", "0.5").withSetting("performanceInsights", "false")))
                .isEmpty();
    }

    @Test
    void belowAMaximumOfTwoPerformanceInsightsCanOnlyBeSwitchedOff() {
        Draft small = quiet.withSetting("minCapacity", "1")
                .withSetting("maxCapacity", "1.5")
                .withAlarm(quiet.alarms().getFirst().with("threshold", "1"));

        assertThat(only(small).fix()).isEqualTo(new Problem.Fix("Switch it off", "performanceInsights", "false"));
    }

    @Test
    void aCapacityAlarmMadeForASmallerClusterIsLow() {
        Finding finding = only(quiet.withAlarm(quiet.alarms().getFirst().with("threshold", "1.5")));

        assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
        assertThat(finding.title()).isEqualTo("Capacity alarm at 1.5 ACU");
        assertThat(finding.text()).isEqualTo("Made for a maximum of 2. With 8 it would be on most of the day.");
        assertThat(finding.fix()).isEqualTo(new Problem.Fix("Set it to 6", "alarm.capacity.threshold", "6"));
    }

    @Test
    void aCapacityAlarmAboveTheMaximumNeverStarts() {
        Finding finding = only(quiet.withAlarm(quiet.alarms().getFirst().with("threshold", "9")));

        assertThat(finding.text()).isEqualTo("The maximum is 8, so this alarm never starts.");
        assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"6, 80, true", "6, 75, true", "6, 81, false", "6.4, 80, true", "5, 80, false", "7, 80, false"})
    void twoAlarmsSayTheSameWhenTheyFireTogether(String capacity, String utilization, boolean same) {
        Draft draft = quiet.withAlarm(quiet.alarms().getFirst().with("threshold", capacity))
                .withAlarm(quiet.alarms().get(1).with("threshold", utilization));

        assertThat(findings(draft).stream().anyMatch(finding -> finding.id().equals("two-alarms-say-the-same")))
                .isEqualTo(same);
    }

    @Test
    void theSeedsFourAlarmsHaveSuchAPair() {
        Draft draft = quiet.withAlarm(quiet.alarms().getFirst().with("threshold", "6"));

        assertThat(only(draft).text())
                .isEqualTo("6 of 8 ACU is 75 % utilization. Keep both only if their receivers differ.");
        assertThat(only(draft).fix())
                .isEqualTo(new Problem.Fix("Turn capacity off", "alarm.capacity.enabled", "false"));
        assertThat(findings(draft.withAlarm(draft.alarms().getFirst().with("enabled", "false"))))
                .isEmpty();
    }

    @Test
    void moreConnectionsThanThereCanBeNeverAlarm() {
        Draft draft = quiet.withSetting("maxCapacity", "2")
                .withAlarm(quiet.alarms().getFirst().with("threshold", "1.2"))
                .withAlarm(quiet.alarms().get(2).with("threshold", "100"));

        assertThat(only(draft).text())
                .isEqualTo("With a maximum of 2 ACU an instance takes up to 90 connections. This alarm never starts.");
        assertThat(only(draft).fix()).isEqualTo(new Problem.Fix("Set it to 72", "alarm.connections.threshold", "72"));
    }

    @Test
    void aPausedClusterHasNoDataToJudge() {
        Draft draft = quiet.withSetting("minCapacity", "0")
                .withSetting("performanceInsights", "false")
                .withAlarm(quiet.alarms().get(3).with("missingData", "breaching"));

        assertThat(only(draft).id()).isEqualTo("paused-cluster-alarms");
        assertThat(findings(draft.withSetting("minCapacity", "0.5"))).isEmpty();
    }

    @Test
    void productionThatIsDisposableIsWorthAWord() {
        assertThat(only(quiet.withSuffix("prod1")).fix())
                .isEqualTo(new Problem.Fix("Protect it", "protection", "protected"));
        assertThat(findings(quiet.withSuffix("prod1").withSetting("protection", "protected")))
                .isEmpty();
        assertThat(new AuroraMySql().settingsFor(new Suffix("prod1"))).isEqualTo(Map.of("protection", "protected"));
        assertThat(new AuroraMySql().settingsFor(new Suffix("dev"))).isEmpty();
    }

    @Test
    void portableAsSeededHasAnAlarmThatNeverStartsAndTwoKeysLess() {
        assertThat(findings(AuroraDefinitions.draft("portable")))
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        "performance-insights-below-2-acu",
                        "two-alarms-say-the-same",
                        "connections-alarm-never-starts",
                        "bucket-not-on-own-key",
                        "topic-not-encrypted");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.200.0.0/16, -",
                "172.16.0.0/16, -",
                "172.31.0.0/16, -",
                "192.168.4.0/22, -",
                "172.17.8.0/21, vpc-range-used-by-services",
                "172.32.0.0/16, vpc-range-is-public",
                "11.0.0.0/16, vpc-range-is-public"
            })
    void aRangeThatOthersUseIsWorthAWord(String vpc, @Nullable String id) {
        assertThat(findings(quiet.withSetting("vpcCidr", vpc)))
                .extracting(Finding::id)
                .isEqualTo(id == null ? List.of() : List.of(id));
    }

    @Test
    void everyProposedMendingEndsItsFinding() {
        Draft draft = AuroraDefinitions.draft()
                .withSuffix("prod1")
                .withSetting("maxCapacity", "8")
                .withSetting("bucketEncryption", "s3")
                .withSetting("topicEncryption", "none")
                .withAlarm(quiet.alarms().get(2).with("threshold", "5000"));

        for (Finding finding : findings(draft)) {
            if (finding.fix() != null) {
                Draft mended = draft.with(finding.fix().field(), finding.fix().value());
                assertThat(findings(mended)).extracting(Finding::id).doesNotContain(finding.id());
            }
        }
        assertThat(findings(draft)).hasSizeGreaterThan(4);
    }

    private static List<Finding> findings(Draft draft) {
        return new AuroraMySql().findings(AuroraDefinitions.valid(draft));
    }

    private static Finding only(Draft draft) {
        List<Finding> findings = findings(draft);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
