package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Getting out of a stuck state, as a script and as a person do it. */
class RecoverCommandTest extends CommandTest {
    private static final String NO_UPDATE = "resource:AWS::RDS::DBCluster/update=fail:No.";

    private void with(String... faults) {
        engines.close();
        engines = new SandboxEngines(folder, worker, SandboxOptions.usual().withFaults(FaultScript.parse(faults)));
    }

    private void deploy(String... settings) {
        String[] all = new String[6 + settings.length];
        System.arraycopy(new String[] {"deploy", "--suffix", "dev", "--sandbox", "--yes", "--json"}, 0, all, 0, 6);
        System.arraycopy(settings, 0, all, 6, settings.length);
        run(all);
    }

    /** As the console does it with "Preserve successfully provisioned resources". */
    private void pauseCreation() {
        account()
                .cloudFormation()
                .createStack(request -> request.stackName("tapdeck-aurora-mysql-dev")
                        .disableRollback(true)
                        .tags(tag("tapdeck:blueprint", "aurora-mysql"), tag("tapdeck:suffix", "dev"))
                        .templateBody("""
                        {"Resources": {
                          "First": {"Type": "AWS::SSM::Parameter", "DeletionPolicy": "Retain",
                                    "Properties": {"Type": "String", "Value": "x"}},
                          "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": "First",
                                     "Properties": {"Type": "String", "Value": "x"}}}}"""));
        engines.clock.advance(Duration.ofHours(1));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private int recover(String... options) {
        String[] all = new String[4 + options.length];
        System.arraycopy(new String[] {"recover", "--suffix", "dev", "--sandbox"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return run(all);
    }

    @Test
    void aHealthyStackNeedsNothing() {
        deploy();

        assertThat(recover()).isZero();
        assertThat(out()).contains("is in CREATE_COMPLETE", "Nothing to recover.");
    }

    @Test
    void aRollbackThatStoppedIsExplainedAndContinued() {
        with(NO_UPDATE, "resource:AWS::RDS::DBCluster/rollback#1=fail:The cluster is busy.");
        deploy();
        deploy("--set", "maxCapacity=4");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out())
                .contains("UPDATE_ROLLBACK_FAILED", "the way back stopped half-way", "tapdeck recover --suffix dev");

        assertThat(recover())
                .as("nothing was chosen, and nobody is there to ask")
                .isEqualTo(1);
        assertThat(out())
                .contains(
                        "AWS says: The cluster is busy.",
                        "It can be skipped.",
                        "1  continue the rollback",
                        "--continue [--skip ID]...");
        assertThat(recover("--continue", "--skip", "Nothing", "--yes")).isEqualTo(1);
        assertThat(err()).contains("Nothing cannot be skipped");
        assertThat(recover("--continue", "--yes")).as(err()).isZero();
        assertThat(out()).contains("is up, as it was before the change.");
        assertThat(recover()).isZero();
    }

    @Test
    void deletingWhatHoldsDataTakesTheSuffix() {
        with(NO_UPDATE, "resource:AWS::RDS::DBCluster/rollback=fail:The cluster is busy.");
        deploy();
        deploy("--set", "maxCapacity=4");

        assertThat(recover("--delete", "--yes")).isEqualTo(1);
        assertThat(err()).contains("would be lost. Add --allow-data-loss dev");
        interactive = true;
        answers = "2\nprod\n";
        assertThat(recover()).isEqualTo(1);
        assertThat(err()).contains("Nothing was done.");
        answers = "2\ndev\n";
        assertThat(recover()).as(err()).isZero();
        assertThat(out()).contains("is gone.");
    }

    @Test
    void whatARolledBackCreationLeftIsDeletedByAYes() {
        with("resource:AWS::RDS::DBCluster#1=fail:No.");
        deploy();

        assertThat(recover("--delete", "--yes")).as(err()).isZero();
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(err()).contains("No environments");
    }

    @Test
    void removingAPausedCreationSaysThatNothingIsKeptAndTakesTheSuffix() {
        with("resource:Second=fail:No.");
        pauseCreation();

        assertThat(recover("--roll-back", "--yes")).isEqualTo(1);
        assertThat(out() + err())
                .contains("remove all that was made", "is deleted, also what is otherwise kept.")
                .contains("Add --allow-data-loss dev");
        assertThat(recover("--roll-back", "--yes", "--allow-data-loss", "dev"))
                .as(err())
                .isZero();
    }

    @Test
    void programsGetTheStackItsActionsWithAwsCallsAndWhatEachLoses() throws IOException {
        with(NO_UPDATE, "resource:AWS::RDS::DBCluster/rollback#1=fail:The cluster is busy.");
        deploy();
        deploy("--set", "maxCapacity=4");
        interactive = true;

        assertThat(recover("--json")).as("programs are not asked").isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing was done. Choose one");
        JsonNode stack = JsonMapper.builder().build().readTree(out());
        assertThat(stack.path("status").asText()).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertThat(stack.path("chosen").asBoolean()).isTrue();
        assertThat(stack.at("/cause/reason").asText()).contains("The cluster is busy.");
        assertThat(stack.at("/blocked/0/skippable").asBoolean()).isTrue();
        JsonNode further = action(stack, "CONTINUE_ROLLBACK");
        assertThat(further.path("call").asText()).isEqualTo("ContinueUpdateRollback");
        assertThat(further.path("command").asText())
                .isEqualTo("tapdeck recover --blueprint aurora-mysql --suffix dev --sandbox --region us-east-1"
                        + " --continue [--skip ID]...");
        assertThat(further.path("allowDataLoss").asBoolean()).isFalse();
        assertThat(further.path("losses")).isEmpty();
        JsonNode delete = action(stack, "DELETE");
        assertThat(delete.path("call").asText()).isEqualTo("DeleteStack");
        assertThat(delete.path("allowDataLoss").asBoolean()).isTrue();
        assertThat(delete.at("/losses/0").asText()).contains("Deleted with everything in it: ", "AuroraCluster");

        assertThat(recover("--json", "--continue", "--yes")).as(err()).isZero();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(out().lines().toList().getLast())
                        .path("outcome")
                        .asText())
                .isEqualTo("rolledBack");
    }

    private static JsonNode action(JsonNode stack, String name) {
        return stack.path("actions")
                .valueStream()
                .filter(action -> action.path("action").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHealthyStackIsToldToProgramsAndEndsWithZero() throws IOException {
        deploy();

        assertThat(recover("--json")).isZero();
        assertThat(JsonMapper.builder().build().readTree(out()).path("status").asText())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void whatCannotBeRecoveredIsSaid() {
        assertThat(run("recover", "--sandbox", "--json")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--suffix");
        assertThat(run("recover", "--suffix", "nowhere", "--sandbox", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");
        deploy();
        assertThat(recover("--json", "--stack", "other")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("dev has no stack other.");
        assertThat(recover("--json", "--force", "--yes", "--allow-data-loss", "dev"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("CREATE_COMPLETE").doesNotContain("unexpected");
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUse() {
        assertThat(recover("--continue", "--delete")).isEqualTo(2);
        assertThat(recover("--skip", "A")).isEqualTo(2);
        assertThat(recover("--empty", "A", "--force")).isEqualTo(2);
    }

    @Test
    void onlyARunningChangeIsCancelled() {
        deploy();

        assertThat(run("cancel", "--suffix", "dev", "--sandbox", "--yes")).isEqualTo(1);
        assertThat(err()).contains("Nothing runs on dev.");
    }
}
