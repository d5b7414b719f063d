package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.store.JournalEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Termination protection is no part of a change set: a review tells it, and a deployment sets it, all the same. */
class ProtectionTest extends AccountTest {
    private Review review(boolean protection) {
        return account.deployments.review(account.plan(Templates.alarm(80), protection));
    }

    private Outcome deploy(Review review) {
        return account.deployments.execute(review, account.events::add);
    }

    private boolean isProtected() {
        return account.simulated.describeStacks().stacks().getFirst().enableTerminationProtection();
    }

    @Test
    void whatCouldNotBeSetIsSetByDeployingAgain() {
        account.faults.refuse("updateTerminationProtection");
        assertThat(deploy(review(true)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo("CREATE_COMPLETE"));
        assertThat(deploy(review(true)))
                .as("it still may not")
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo("CREATE_COMPLETE"));

        account.faults.refuse("");
        Review again = review(true);

        assertThat(again.changes()).isEmpty();
        assertThat(again.nothingChanges()).isFalse();
        assertThat(again.stackChanges())
                .containsExactly("Termination protection of tapdeck-aurora-mysql-dev is turned on.");
        assertThat(again.takesProtectionOff()).isFalse();
        assertThat(deploy(again)).isInstanceOf(Outcome.Up.class);
        assertThat(isProtected()).isTrue();
        assertThat(review(true).nothingChanges()).isTrue();
    }

    @Test
    void whatWasTurnedOnByHandIsTakenOffByDeployingWithoutIt() {
        deploy(review(false));
        account.simulated.updateTerminationProtection(
                request -> request.stackName(Account.DEV.stackName()).enableTerminationProtection(true));

        Review off = review(false);

        assertThat(off.nothingChanges()).isFalse();
        assertThat(off.takesProtectionOff()).isTrue();
        assertThat(off.stackChanges())
                .containsExactly("Termination protection of tapdeck-aurora-mysql-dev is taken off.");
        assertThat(deploy(off)).isInstanceOf(Outcome.Up.class);
        assertThat(isProtected()).isFalse();
        assertThat(account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void whatRefusesADestructionIsLookedAtUnderTheLockAndSoInTheJournal() {
        deploy(review(true));

        assertThatThrownBy(() -> account.deployments.destroy(Account.DEV, account.events::add))
                .hasMessageContaining("Termination protection");

        assertThat(store.journal().unfinished()).isEmpty();
        assertThat(store.journal().entries())
                .extracting(JournalEntry::words)
                .contains("Refused: Termination protection of tapdeck-aurora-mysql-dev is on.");
    }

    @Test
    void aReviewOfTheProtectionAloneCanBeThrownAway() {
        deploy(review(false));

        account.deployments.discard(review(true));

        assertThat(isProtected()).isFalse();
        assertThat(account.deployments.interrupted()).isEmpty();
    }

    @Test
    void aProtectionWhoseAnswerWasNeverHeardIsToldAsItIs() {
        deploy(review(false));

        assertThat(resumedAfter(Fault.KILLED_AFTER)).isInstanceOf(Outcome.Up.class);
        assertThat(isProtected()).isTrue();
    }

    @Test
    void aProtectionThatNeverReachedAwsIsToldAsNotSet() {
        deploy(review(false));

        assertThat(resumedAfter(Fault.KILLED_BEFORE)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED);
            assertThat(failed.cause().reason())
                    .isEqualTo("Tapdeck ended before it set this stack's termination protection.");
        });
        assertThat(isProtected()).isFalse();
    }

    /** What the next process finds after one that died as it set the protection, and nothing else. */
    private Outcome resumedAfter(Fault fault) {
        Review on = review(true);
        account.faults.kill(store.journal(), "UpdateTerminationProtection", fault);
        assertThatThrownBy(() -> deploy(on)).isInstanceOf(Faults.Killed.class);
        account.faults.script(number -> Fault.NONE);
        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        return next.resume(next.interrupted().getFirst(), account.events::add);
    }

    @Test
    void whatIsRefusedBecauseItsStackIsGoneIsNotToldAsStarted() {
        deploy(review(false));
        Review on = review(true);
        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.pass(Duration.ofHours(1));
        account.events.clear();

        assertThatThrownBy(() -> deploy(on))
                .hasMessageContaining("There is no stack tapdeck-aurora-mysql-dev any more.");
        assertThat(account.events).noneMatch(Started.class::isInstance);
    }
}
