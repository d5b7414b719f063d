package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Termination protection is no part of a change set: a review tells it, and a deployment sets it, all the same. */
class ProtectionTest {
    @TempDir
    Path folder;

    private Store store;
    private Account account;

    @BeforeEach
    void open() {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

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
}
