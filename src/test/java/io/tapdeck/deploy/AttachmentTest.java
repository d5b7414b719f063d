package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Outcome.Orphan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watching what somebody else has asked for, from another desk or the console: its own end is told, not an older one. */
class AttachmentTest extends RecoveryFixture {

    private Outcome attach() {
        told.clear();
        return account.deployments.attach(Account.DEV, told::add).orElseThrow();
    }

    @Test
    void aRollbackThatIsContinuedIsFollowedToItsOwnEnd() {
        getStuck();
        account.script();
        account.simulated.continueUpdateRollback(request -> request.stackName(Account.DEV.stackName()));

        assertThat(attach()).isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of()));
        assertThat(account.stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aRollbackThatStopsAgainIsToldWithItsOwnFailure() {
        getStuck();
        account.script("resource:Second/rollback=fail:Still new.");
        account.simulated.continueUpdateRollback(request -> request.stackName(Account.DEV.stackName()));

        assertThat(attach())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause().reason()).isEqualTo("Still new."));
    }

    @Test
    void aPausedUpdateThatIsRolledBackIsNoFailure() {
        pauseUpdate();
        account.simulated.rollbackStack(request -> request.stackName(Account.DEV.stackName()));

        assertThat(attach()).isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of()));
        assertThat(told)
                .first()
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.operation()).isEqualTo(Operation.UPDATE));
    }

    @Test
    void aPausedCreationThatIsRolledBackTellsThatItsStackIsEmpty() {
        pauseCreation();
        account.simulated.rollbackStack(request -> request.stackName(Account.DEV.stackName()));

        assertThat(attach())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo("ROLLBACK_COMPLETE"));
        assertThat(told)
                .first()
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.operation()).isEqualTo(Operation.CREATE));
    }

    @Test
    void whatADeletionLeavesOutIsNamedToWhoWatchesIt() {
        failDeletion();
        account.simulated.deleteStack(
                request -> request.stackName(Account.DEV.stackName()).retainResources("First"));

        assertThat(attach())
                .isInstanceOfSatisfying(
                        Outcome.Gone.class,
                        gone -> assertThat(gone.orphans())
                                .extracting(Orphan::displayName)
                                .containsExactly("First"));
    }

    @Test
    void whoWatchesAPartGoHearsThatThePartIsGone() {
        deployWithReplica();
        account.place(ELSEWHERE).simulated().deleteStack(request -> request.stackName(Templates.REPLICA));

        assertThat(attach()).isEqualTo(new Outcome.Gone(Templates.REPLICA));
    }

    @Test
    void anOperationThatEndsWhileItsEventsAreAskedForIsToldAsItEnded() {
        account.deploy(Templates.parameters("old"));
        begin(Templates.parameters("new"), false);
        // Once the stacks have been read, and before their events are.
        account.faults.script(number -> {
            account.pass(number < 4 ? Duration.ZERO : Duration.ofHours(1));
            return Faults.Fault.NONE;
        });

        assertThat(attach()).isInstanceOf(Outcome.Up.class);
    }
}
