package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** Turning a running change back, whoever began it. */
class CancelCommandTest extends CommandTest {
    private static final String STACK = "tapdeck-aurora-mysql-dev";

    @BeforeEach
    void deployed() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
    }

    /** Another administrator has begun to change it. */
    private void beingChanged() {
        String template = account()
                .cloudFormation()
                .getTemplate(request -> request.stackName(STACK))
                .templateBody();
        String changed = template.replaceFirst("\"MaxCapacity\"\\s*:\\s*2", "\"MaxCapacity\": 4");
        assertThat(changed).isNotEqualTo(template);
        account()
                .cloudFormation()
                .updateStack(request ->
                        request.stackName(STACK).templateBody(changed).capabilities(Capability.CAPABILITY_NAMED_IAM));
    }

    private int cancel(String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"cancel", "--suffix", "dev", "--sandbox"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return run(all);
    }

    @Test
    void aRunningUpdateIsTurnedBackAndFollowedToItsEnd() {
        beingChanged();

        assertThat(cancel("--yes")).as(err()).isZero();
        assertThat(out()).contains(STACK + " is up, as it was before the change.");
        assertThat(err()).contains("UPDATE_ROLLBACK_COMPLETE");
        assertThat(run("drift", "--suffix", "dev", "--sandbox")).isZero();
        assertThat(out()).contains("as the templates say");
    }

    @Test
    void itGoesOnUnlessSomebodySaysYes() {
        beingChanged();

        assertThat(cancel()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Nobody is there to ask. Add --yes");
        interactive = true;
        answers = "cancel\n";
        assertThat(cancel()).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Turn the change of " + STACK + " back?", "Nothing was changed.");
        assertThat(account()
                        .cloudFormation()
                        .describeStacks(request -> request.stackName(STACK))
                        .stacks()
                        .getFirst()
                        .stackStatusAsString())
                .isEqualTo("UPDATE_IN_PROGRESS");
    }

    @Test
    void aDeletionIsNotCancelled() {
        account().cloudFormation().deleteStack(request -> request.stackName(STACK));

        assertThat(cancel("--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("DELETE_IN_PROGRESS").doesNotContain("unexpected");
    }

    @Test
    void whatIsNotThereOrDoesNotMoveIsSaid() {
        assertThat(run("cancel", "--sandbox", "--yes")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--suffix");
        assertThat(run("cancel", "--suffix", "nowhere", "--sandbox", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");
        assertThat(cancel("--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing runs on dev.");
    }
}
