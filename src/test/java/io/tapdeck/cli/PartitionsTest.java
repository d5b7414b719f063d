package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole journey in the partitions of China and GovCloud, whose ARNs and hosts are other ones. */
class PartitionsTest extends CommandTest {
    private String said = "";

    private String tapdeck(String line) {
        assertThat(run((line + " --sandbox").split(" ", -1)))
                .as(line + ": " + err())
                .isZero();
        said += out() + err();
        return out() + err();
    }

    @ParameterizedTest
    @CsvSource({"aws-cn, cn-northwest-1", "aws-us-gov, us-gov-west-1"})
    void aDatabaseIsDeployedWatchedAndDestroyed(String partition, String region) {
        String where = " --region " + region;

        assertThat(tapdeck("plan --suffix dev" + where)).contains("7 checks passed");
        assertThat(tapdeck("deploy --suffix dev --yes" + where)).contains("is up.");
        assertThat(tapdeck("list --json" + where)).contains(region);
        tapdeck("watch --suffix dev --until stable" + where);
        tapdeck("drift --suffix dev" + where);
        tapdeck("destroy --suffix dev --yes" + where);

        assertThat(said).contains("arn:" + partition + ":").doesNotContain("arn:aws:");
    }

    @ParameterizedTest
    @CsvSource({
        "aws-cn, cn-north-1, cn-northwest-1, console.amazonaws.cn",
        "aws-us-gov, us-gov-west-1, us-gov-east-1, console.amazonaws-us-gov.com"
    })
    void aBackupSystemReplicatesWithinItsPartition(String partition, String region, String replica, String console) {
        String where = " --blueprint backup-system --region " + region;

        assertThat(tapdeck("deploy --suffix dev --yes --set replicaRegion=" + replica + where))
                .contains("is up.", console);
        tapdeck("watch --suffix dev --until stable" + where);
        tapdeck("destroy --suffix dev --yes" + where);

        assertThat(said).doesNotContain("arn:aws:", "console.aws.amazon.com");
    }
}
