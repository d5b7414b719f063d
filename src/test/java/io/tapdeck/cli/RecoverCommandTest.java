package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
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
        TargetOptions sandbox = new TargetOptions();
        sandbox.sandbox = true;
        engines.open(sandbox)
                .connection()
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
