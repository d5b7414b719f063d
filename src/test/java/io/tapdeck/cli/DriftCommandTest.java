package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody changed by hand: told, told to programs, brought back; and what cannot be compared. */
class DriftCommandTest extends CommandTest {
    private void deployed() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
    }

    private void changedByHand() {
        deployed();
        account()
                .rds()
                .modifyDBCluster(request -> request.dbClusterIdentifier(account()
                                .rds()
                                .describeDBClusters()
                                .dbClusters()
                                .getFirst()
                                .dbClusterIdentifier())
                        .backupRetentionPeriod(3));
    }

    @Test
    void whatNobodyTouchedDiffersInNothing() {
        deployed();

        assertThat(run("drift", "--suffix", "dev", "--sandbox")).as(err()).isZero();
        assertThat(out()).contains("Everything that was compared is as the templates say.");
    }

    @Test
    void whatDiffersIsToldWithBothValues() {
        changedByHand();

        assertThat(run("drift", "--suffix", "dev", "--sandbox")).as(err()).isZero();
        assertThat(out())
                .contains("Resources that differ from what the templates say: 1", "AuroraCluster")
                .contains("BackupRetentionPeriod: 5 in the template, 3 in the account");
    }

    @Test
    void programsGetAnObjectForEachResourceAndOneForTheWhole() throws IOException {
        changedByHand();

        assertThat(run("drift", "--suffix", "dev", "--json", "--sandbox"))
                .as(err())
                .isZero();
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode cluster = JsonMapper.builder().build().readTree(lines.getFirst());
        assertThat(cluster.path("type").asText()).isEqualTo("AWS::RDS::DBCluster");
        assertThat(cluster.at("/properties/0/template").asText()).isEqualTo("5");
        assertThat(cluster.at("/properties/0/account").asText()).isEqualTo("3");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(lines.getLast())
                        .path("drifted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void itIsBroughtBackAfterAYesAndNotBefore() {
        changedByHand();

        assertThat(run("drift", "--suffix", "dev", "--revert", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Nobody is there to ask. Add --yes");
        interactive = true;
        answers = "no\n";
        assertThat(run("drift", "--suffix", "dev", "--revert", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing was changed.");
        assertThat(account()
                        .cloudFormation()
                        .listChangeSets(request -> request.stackName("tapdeck-aurora-mysql-dev"))
                        .summaries())
                .as("what was refused is cleared away")
                .isEmpty();

        assertThat(run("drift", "--suffix", "dev", "--revert", "--yes", "--sandbox"))
                .as(err())
                .isZero();
        assertThat(out()).contains("tapdeck-aurora-mysql-dev is up.");
        assertThat(run("drift", "--suffix", "dev", "--sandbox")).isZero();
        assertThat(out()).contains("Everything that was compared is as the templates say.");
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThat(run("drift", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--suffix");
        assertThat(run("drift", "--suffix", "nowhere", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");

        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual().withFaults(FaultScript.parse("resource:AWS::RDS::DBCluster=fail:No.")));
        run("deploy", "--suffix", "dev", "--sandbox", "--yes");
        assertThat(run("drift", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("ROLLBACK_COMPLETE").doesNotContain("unexpected");
    }
}
