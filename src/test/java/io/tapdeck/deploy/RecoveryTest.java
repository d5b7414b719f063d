package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ways back from an update: cancelled, paused, or stuck on its way back. */
class RecoveryTest extends RecoveryFixture {
    @Test
    void aRunningUpdateIsTurnedBack() {
        account.deploy(Templates.parameters("old"));
        begin(Templates.parameters("new"), false);
        account.pass(Duration.ofSeconds(3));
        assertThat(account.stackStatus()).isEqualTo("UPDATE_IN_PROGRESS");

        Outcome outcome = recover(new Recovery.CancelUpdate(null));

        assertThat(outcome).isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of()));
        assertThat(outcome.succeeded()).as("it is as was asked").isTrue();
        assertThat(account.stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(told).first().isInstanceOf(Started.class);
        assertThat(told)
                .last()
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.outcome()).isEqualTo(outcome));
    }

    @Test
    void aCreationCannotBeCancelled() {
        begin(Templates.parameters("old"), false);
        account.pass(Duration.ofSeconds(3));

        assertThatThrownBy(() -> recover(new Recovery.CancelUpdate(null)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is in CREATE_IN_PROGRESS")
                .extracting(thrown -> ((DeployException) thrown).remedy())
                .isEqualTo("What can be done: watch it to its end.");
        assertThat(lines(Kind.SENDING))
                .extracting(JournalEntry::call)
                .as("nothing was sent")
                .doesNotContain("CancelUpdateStack");
    }

    @Test
    void whatDoesNotExistCannotBeRecovered() {
        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of())))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("There is no stack.");
    }

    @Test
    void aStuckRollbackSaysWhatMayBeSkipped() {
        getStuck();

        assertThat(own().blocked())
                .filteredOn(BlockedResource::skippable)
                .extracting(BlockedResource::logicalId)
                .containsExactly("Second");
        assertThat(own().cause())
                .as("what stopped the way back, not what failed before")
                .isNotNull()
                .extracting(RootCause::reason)
                .isEqualTo("Stays new.");
        assertThat(own().actions()).containsExactly(StackAction.CONTINUE_ROLLBACK, StackAction.DELETE);
    }

    @Test
    void aRollbackGoesOnOnceItsCauseIsMended() {
        getStuck();
        account.script();

        assertThat(recover(new Recovery.ContinueRollback(null, Set.of())))
                .isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of()));
        assertThat(own().state().name()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(account.deploy(Templates.parameters("newer"))).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aRollbackThatStopsAgainTellsWhy() {
        getStuck();

        assertThat(recover(new Recovery.ContinueRollback(null, Set.of())))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.status()).isEqualTo("UPDATE_ROLLBACK_FAILED");
                    assertThat(failed.cause().logicalId()).isEqualTo("Second");
                    assertThat(failed.cause().reason()).isEqualTo("Stays new.");
                });
    }

    @Test
    void whatIsSkippedIsNamedSinceTheStackDoesNotKnowHowItIs() {
        getStuck();

        assertThat(recover(new Recovery.ContinueRollback(null, Set.of("Second"))))
                .isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of("Second")));
        assertThat(told)
                .first()
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.resources())
                                .extracting(PlannedResource::logicalId)
                                .as("what is skipped does not move")
                                .doesNotContain("Second"));
    }

    @Test
    void onlyWhatFailedOnTheWayBackMayBeSkipped() {
        getStuck();

        assertThatThrownBy(() -> recover(new Recovery.ContinueRollback(null, Set.of("First"))))
                .isInstanceOf(DeployException.class)
                .hasMessage("First cannot be skipped: its own rollback has not failed.")
                .extracting(thrown -> ((DeployException) thrown).remedy())
                .isEqualTo("Choose among Second.");
        assertThat(lines(Kind.SENDING)).extracting(JournalEntry::call).doesNotContain("ContinueUpdateRollback");
    }

    @Test
    void aStuckRollbackCanBeDeletedAltogether() {
        getStuck();

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void whatIsHealthyHasNothingToContinue() {
        account.deploy(Templates.parameters("old"));

        for (Recovery recovery : List.of(
                new Recovery.ContinueRollback(null, Set.of()),
                new Recovery.RollBack(null),
                new Recovery.CancelUpdate(null),
                new Recovery.DeleteRetaining(null, Set.of("First")),
                new Recovery.ForceDelete(null))) {
            assertThatThrownBy(() -> recover(recovery))
                    .isInstanceOf(DeployException.class)
                    .hasMessageContaining("is in CREATE_COMPLETE");
        }
    }

    @Test
    void aPausedUpdateIsRolledBack() {
        pauseUpdate();
        assertThat(own().actions()).containsExactly(StackAction.ROLL_BACK, StackAction.UPDATE, StackAction.DELETE);

        assertThat(recover(new Recovery.RollBack(null)))
                .isEqualTo(new Outcome.RolledBack(Account.DEV.stackName(), List.of()));
        assertThat(account.stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aPausedUpdateIsMendedByAnotherThatMayPauseAgain() {
        pauseUpdate();
        Review review = account.deployments.review(account.plan(Templates.parameters("newer")));
        assertThat(review.warnings()).anyMatch(warning -> warning.contains("it stays paused"));

        assertThat(account.deployments.execute(review, told::add))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.status())
                                .as("CloudFormation rolls nothing back that was paused")
                                .isEqualTo("UPDATE_FAILED"));
        account.script();
        assertThat(account.deploy(Templates.parameters("newest"))).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aPausedStackTakesNoReplacement() {
        pauseUpdate();

        assertThatThrownBy(() -> account.deployments.review(
                        account.plan(Templates.parameters("newer").replace("aurora-alarms-dev", "other-alarms-dev"))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("replaces DatabaseAlarmTopic")
                .extracting(thrown -> ((DeployException) thrown).remedy())
                .isEqualTo("Roll it back first, then deploy again.");
        assertThat(account.simulated
                        .listChangeSets(request -> request.stackName(Account.DEV.stackName()))
                        .summaries())
                .as("its change set is gone")
                .isEmpty();
    }

    @Test
    void theJournalTellsTheCallBeforeItIsSentAndItsOutcome() {
        getStuck();
        account.script();
        recover(new Recovery.ContinueRollback(null, Set.of()));

        JournalEntry sent = lines(Kind.SENDING).getLast();
        assertThat(sent.call()).isEqualTo("ContinueUpdateRollback");
        assertThat(sent.stackId()).isEqualTo(own().stackId());
        assertThat(sent.token()).isNotNull();
        assertThat(lines(Kind.ENDED).getLast().operationId()).isEqualTo(sent.operationId());
    }

    @Test
    void aLostAnswerContinuesTheRollbackOnce() {
        getStuck();
        account.script();
        // Of the calls of a recovery, whichever loses its answer: the outcome is the same.
        for (int lost = 0; lost < 12; lost++) {
            Account another = new Account(store);
            another.deploy(Templates.parameters("old"));
            another.script(NO_UPDATE, NO_WAY_BACK);
            another.deploy(Templates.parameters("new"));
            another.script();
            int number = lost;
            another.faults.script(call -> call == number ? Faults.Fault.ANSWER_LOST : Faults.Fault.NONE);

            assertThat(another.deployments.recover(
                            Account.DEV, new Recovery.ContinueRollback(null, Set.of()), told::add))
                    .isInstanceOf(Outcome.RolledBack.class);
        }
    }
}
