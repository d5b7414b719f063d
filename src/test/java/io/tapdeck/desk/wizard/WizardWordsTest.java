package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.MissingData;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, sentences and scales. */
class WizardWordsTest {
    private final AlarmDescription utilization =
            new AuroraMySql().alarm("utilization").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "qa7, AuroraClusterqa700C8FB72, AuroraCluster",
        "qa7, AuroraClusterqa7writerqa73106A348, AuroraClusterwriter",
        "qa-7-eu, DatabaseBackupBucketqa7eu31396438, DatabaseBackupBucket",
        "dev, AuroraSubnetGroupdev, AuroraSubnetGroup",
        "dev, AuroraClusterdevLogRetentionerror5F5DE5D8, AuroraClusterLogRetentionerror",
        "dev, TapStackdevInfrastructureStackdevAuroraClusterdevSecret1B4A10623fdaad7efa858a3daf9490cf0a702aeb,"
                + " AuroraClusterSecret",
    })
    void aResourceIsNamedWithoutHashAndSuffix(String suffix, String logicalId, String name) {
        assertThat(new ResourceName(suffix).of(logicalId)).isEqualTo(name);
    }

    @Test
    void anAlarmIsReadAloud() {
        assertThat(AlarmSentence.of(utilization, rule(2, 3, 300)))
                .isEqualTo("ACU utilization alarms when 2 of 3 five-minute averages are at or above 80 %:"
                        + " after 10 to 15 minutes.");
        assertThat(AlarmSentence.of(utilization, rule(1, 1, 3600)))
                .isEqualTo("ACU utilization alarms when one one-hour average is at or above 80 %:" + " after 1 hour.");
        assertThat(AlarmSentence.of(utilization, rule(2, 2, 60)))
                .isEqualTo("ACU utilization alarms when 2 one-minute averages in a row are at or above 80 %:"
                        + " after 2 minutes.");
    }

    private AlarmRule rule(int m, int n, int period) {
        return new AlarmRule("utilization", true, new BigDecimal("80"), m, n, period, MissingData.NOT_BREACHING);
    }

    @Test
    void aShareIsReadAloudAsItIsTypedAndAsItIsRead() {
        AlarmDescription share = new BackupSystem().alarm("serverErrors").orElseThrow();

        assertThat(AlarmSentence.of(share, share.defaults()))
                .isEqualTo("Bucket 5xx share alarms when 15 one-minute averages in a row are at or above 0.05 (5 %):"
                        + " after 15 minutes.");
    }

    @Test
    void aSumIsReadAloudAsASum() {
        AlarmDescription throttles = new ParcelService().alarm("throttles").orElseThrow();

        assertThat(AlarmSentence.of(throttles, throttles.defaults()))
                .isEqualTo("Throttles alarms when one five-minute sum is at or above 1: after 5 minutes.");
        assertThat(AlarmSentence.source(throttles.metric()))
                .isEqualTo("2 metrics added up: AWS/DynamoDB ReadThrottleEvents + AWS/DynamoDB WriteThrottleEvents");
    }

    @Test
    void anOperationTakesAsLongAsItsLongestChain() {
        List<PlannedResource> resources = List.of(
                planned("key", 60, 90, List.of()),
                planned("vpc", 10, 20, List.of()),
                planned("cluster", 200, 300, List.of("key", "vpc")));

        assertThat(ExpectedDuration.of(resources))
                .isEqualTo(new ExpectedDuration(Duration.ofSeconds(260), Duration.ofSeconds(390)));
    }

    private static PlannedResource planned(String id, int usual, int latest, List<String> after) {
        return new PlannedResource(
                id, id, "AWS::Test::Thing", after, Duration.ofSeconds(usual), Duration.ofSeconds(latest));
    }

    @Test
    void aTextIsCutWhereItIsNotMissed() {
        assertThat(Shortened.middle("AuroraVpcPrivateIsolatedSubnet1RouteTable", 15))
                .isEqualTo("AuroraV…teTable");
        assertThat(Shortened.end("GreaterThanOrEqualToThreshold", 8)).isEqualTo("Greater…");
        assertThat(Shortened.end("short", 8)).isEqualTo("short");
    }
}
