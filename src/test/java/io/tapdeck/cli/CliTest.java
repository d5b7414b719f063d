package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a script sees them: words, streams and exit codes. */
class CliTest extends CommandTest {
    @Test
    void theWholeJourney() throws IOException {
        assertThat(run("plan", "--suffix", "dev", "--sandbox")).isZero();
        assertThat(out()).contains("Create tapdeck-aurora-mysql-dev", "Added", "AuroraCluster", "AWS::RDS::DBCluster");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).as("a plan leaves nothing behind").isEmpty();

        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("tapdeck-aurora-mysql-dev is up.", "ClusterEndpoint = ");
        assertThat(err()).contains("CREATE_COMPLETE");

        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isZero();
        assertThat(out()).contains("Nothing changed.");

        assertThat(run("watch", "--suffix", "dev", "--sandbox", "--until", "alarm"))
                .isZero();
        assertThat(out()).contains("ALARM", "ACU utilization");
        assertThat(run("watch", "--suffix", "dev", "--sandbox", "--until", "stable"))
                .isZero();

        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).containsSubsequence("SUFFIX", "BLUEPRINT", "dev", "aurora-mysql", "CREATE_COMPLETE");
        assertThat(run("list", "--sandbox", "--json")).isZero();
        var row = JsonMapper.builder().build().readTree(out());
        assertThat(row.path("status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(row.path("alarms").path("utilization").asText()).isNotEmpty();

        assertThat(run("deploy", "--suffix", "dev", "--set", "maxCapacity=4", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(err()).contains("ServerlessV2ScalingConfiguration", "2 → 4");

        assertThat(run("destroy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("tapdeck-aurora-mysql-dev is gone.");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(err()).contains("No environments");
    }

    @Test
    void anUnknownProfileIsWrongUse() {
        assertThat(run("list", "--profile", "nope", "--region", "eu-west-1")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("There is no profile “nope”");
    }

    @Test
    void aFailureForProgramsSaysWhatCanBeDone() throws IOException {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual()
                        .withFaults(FaultScript.parse("resource:AWS::RDS::DBCluster=fail:The version is not offered")));
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes", "--json"))
                .isEqualTo(ExitCode.FAILED);
        String last = out().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(JsonMapper.builder().build().readTree(last).at("/cause/remedies"))
                .isNotEmpty();
    }

    @Test
    void synthesisTellsWhatAMonthCostsAndOnDemandWhichRulesAreNotFollowed() throws IOException {
        assertThat(run("synth", "--suffix", "dev", "--out", folder.toString())).isZero();
        assertThat(err())
                .contains("Estimated in us-east-1: $", " a month", "two instances")
                .doesNotContain("cdk-nag");

        assertThat(run("synth", "--suffix", "dev", "--check-rules", "--out", folder.toString()))
                .isZero();
        assertThat(err()).contains("0 findings without a reason", "AwsSolutions-S1", "Accepted: ");
        assertThat(folder.resolve("assembly.json")).content().contains("ruleFindings", "suppressedBecause");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsSaid() {
        assertThat(run("list", "--endpoint-url", "nonsense")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("is not an endpoint");
        assertThat(run("list", "--endpoint-url", "http://")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("“http://” is not an endpoint").doesNotContain("Exception");
        assertThat(run("list", "--endpoint-url", "http://127.0.0.1:99999")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("is not an endpoint");
    }

    @Test
    void withoutACommandTheDeskOpensOnNoTargetInParticular() {
        desk = (target, pictures) -> target.absent() ? ExitCode.INTERRUPTED : ExitCode.WRONG_USE;

        assertThat(run()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void whyTheDeskDoesNotOpenIsSaid() {
        desk = (target, pictures) -> {
            throw CommandFailure.failed("The display cannot be opened.");
        };

        assertThat(run()).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("The display cannot be opened.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "synth --version", "doctor -V"})
    void theVersionNamesEverythingThatHasOne(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isZero();
        assertThat(out().lines().map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("Tapdeck", "Commit", "Java", "JavaFX", "AWS", "Node.js");
        assertThat(out()).contains("Java     " + Runtime.version()).doesNotContain("not found", "$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blueprints",
                "synth",
                "sandbox",
                "plan",
                "deploy",
                "list",
                "watch",
                "destroy",
                "tour",
                "update-check",
                "doctor"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).contains("Usage: tapdeck " + command);
    }

    @Test
    void nobodyToAskIsWrongUseAndNothingIsLeft() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--yes");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void anAnswerOtherThanYesChangesNothing() {
        interactive = true;
        answers = "no\n";
        assertThat(run("deploy", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing was changed.");
    }

    @Test
    void yesNeverApprovesTheLossOfData() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isZero();
        assertThat(run("deploy", "--suffix", "dev", "--set", "databaseName=billing", "--sandbox", "--yes"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("AuroraCluster", "--allow-data-loss dev");
        assertThat(run(
                        "deploy",
                        "--suffix",
                        "dev",
                        "--set",
                        "databaseName=billing",
                        "--sandbox",
                        "--yes",
                        "--allow-data-loss",
                        "dev"))
                .as(err())
                .isZero();
    }

    @Test
    void aFailedCreationEndsWithOneAndItsCause() {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual()
                        .withFaults(FaultScript.parse(
                                "resource:AWS::RDS::DBCluster=fail:The specified engine version is not offered")));
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains("Cause: AuroraCluster", "The specified engine version is not offered", "ROLLBACK_COMPLETE");
    }

    @Test
    void anUnknownEnvironmentIsSaid() {
        assertThat(run("watch", "--suffix", "nowhere", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");
    }

    @Test
    void aTargetBeforeTheCommandIsRefusedNotOverlooked() {
        assertThat(run("--sandbox", "list")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Write the target after the command: tapdeck list");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        assertThat(run("deploy", "--sufix", "dev")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void blueprintsAreListedForPeopleAndForPrograms() throws IOException {
        assertThat(run("blueprints")).isZero();
        assertThat(out())
                .contains("aurora-mysql", "secure", "maxCapacity", "fixed after creation", "alarm.cpu", "charts");
        assertThat(run("blueprints", "--json")).isZero();
        var aurora =
                JsonMapper.builder().build().readTree(out().lines().findFirst().orElseThrow());
        assertThat(aurora.path("id").asText()).isEqualTo("aurora-mysql");
        assertThat(aurora.path("sections")).isNotEmpty();
        assertThat(aurora.at("/settings/0/mutability").asText()).isNotEmpty();
        assertThat(aurora.at("/presets/0/alarms")).isNotEmpty();
        assertThat(aurora.at("/charts/0/metric/metrics/0/namespace").asText()).startsWith("AWS/");
        assertThat(aurora.at("/physicalNames/0/room").asInt()).isPositive();
    }

    @Test
    void doctorEndsWithOneIfSomethingIsMissing() {
        assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
        assertThat(out()).contains("missing Node.js", "Install it.");
    }
}
