package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Termination protection that is not as the definition says is a change, though no resource is. */
class ProtectionCommandTest extends CommandTest {
    private static final String STACK = "tapdeck-aurora-mysql-prod";

    private void byHand(boolean on) {
        TargetOptions target = new TargetOptions();
        target.sandbox = true;
        engines.open(target)
                .connection()
                .cloudFormation()
                .updateTerminationProtection(request -> request.stackName(STACK).enableTerminationProtection(on));
    }

    @Test
    void whatWasTakenOffByHandIsToldAndTurnedOnAgain() {
        assertThat(run("deploy", "--suffix", "prod", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        byHand(false);

        assertThat(run("plan", "--suffix", "prod", "--sandbox")).as(err()).isZero();
        assertThat(out())
                .contains(
                        "Update " + STACK + ", without a change set: no resource changes",
                        "Termination protection of " + STACK + " is turned on.");
        assertThat(run("deploy", "--suffix", "prod", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains(STACK + " is up.");
        assertThat(run("deploy", "--suffix", "prod", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("Nothing changed.");
    }

    @Test
    void whatWasTurnedOnByHandIsNotTakenOffByAYesAlone() {
        String[] deploy = {"deploy", "--suffix", "prod", "--set", "protection=disposable", "--sandbox", "--yes"};
        assertThat(run(deploy)).as(err()).isZero();
        byHand(true);

        assertThat(run(deploy)).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("prod would no longer be protected. Add --allow-data-loss prod");
    }
}
