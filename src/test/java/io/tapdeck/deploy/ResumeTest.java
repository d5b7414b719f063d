package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any call and started again: the true outcome, nothing twice, nothing left over. */
class ResumeTest {
    private final Store store;

    ResumeTest(@TempDir Path folder) {
        store = Stores.open(folder, InstantSource.system()).store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The calls of a creation, an update and a deletion, each killed before and after every one of them. */
    @Test
    void aCreationKilledAtAnyCallIsEitherUpOrNeverStarted() {
        killed(account -> {}, account -> account.deploy(Templates.alarm(80)));
    }

    @Test
    void anUpdateKilledAtAnyCallIsEitherUpOrNeverStarted() {
        killed(account -> account.deploy(Templates.alarm(80)), account -> account.deploy(Templates.alarm(72)));
    }

    @Test
    void aFailingCreationKilledAtAnyCallIsToldAsItEnded() {
        killed(
                account -> account.fail(Templates.ALARM, "Resource handler returned message: \"no\""),
                account -> account.deploy(Templates.alarm(80)));
    }

    @Test
    void aDeletionKilledAtAnyCallIsEitherGoneOrNeverStarted() {
        killed(
                account -> account.deploy(Templates.alarm(80)),
                account -> account.deployments.destroy(Account.DEV, account.events::add));
    }

    private void killed(Consumer<Account> before, Consumer<Account> operation) {
        for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
            int at = 0;
            boolean killed = true;
            while (killed) {
                Account account = new Account(store);
                before.accept(account);
                killed = kill(account, at, fault, operation);
                // The next process dies as well, right away; the one after it does not.
                killResumption(account);
                resume(account, "%s call %d".formatted(fault, at));
                at++;
            }
            assertThat(at).isGreaterThan(5);
        }
    }

    /** Whether the operation came to that call. */
    private static boolean kill(Account account, int at, Fault fault, Consumer<Account> operation) {
        account.faults.script(number -> number == at ? fault : Fault.NONE);
        try {
            operation.accept(account);
            return false;
        } catch (Faults.Killed e) {
            return true;
        } finally {
            account.faults.script(number -> Fault.NONE);
        }
    }

    private void killResumption(Account account) {
        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        for (Interrupted interrupted : next.interrupted()) {
            account.faults.script(number -> number == 2 ? Fault.KILLED_AFTER : Fault.NONE);
            try {
                next.resume(interrupted, event -> {});
            } catch (Faults.Killed e) {
                assertThat(next.interrupted()).contains(interrupted);
            }
            account.faults.script(number -> Fault.NONE);
        }
    }

    private void resume(Account account, String what) {
        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        for (Interrupted interrupted : next.interrupted()) {
            Outcome outcome = next.resume(interrupted, account.events::add);
            assertThat(Real.matches(outcome, account))
                    .as("%s: %s, really %s", what, outcome, Real.status(account))
                    .isTrue();
        }
        assertThat(next.interrupted()).as(what).isEmpty();
        assertThat(store.journal().unfinished()).as(what).isEmpty();
        Real.assertNothingLeft(account, what);
    }

    @Test
    void anExecutionThatNeverArrivedIsDiscardedAndNotRepeated() {
        Account account = new Account(store);
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.faults.script(number -> number == 0 ? Fault.KILLED_BEFORE : Fault.NONE);
        assertThatThrownBy(() -> account.deployments.execute(review, account.events::add))
                .isInstanceOf(Faults.Killed.class);

        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        Interrupted interrupted = next.interrupted().getFirst();
        Outcome outcome = next.resume(interrupted, account.events::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED));
        assertThat(account.simulated.describeStacks().stacks()).isEmpty();
        assertThatThrownBy(() -> next.resume(interrupted, account.events::add))
                .hasMessageContaining("in the journal already");
    }

    @Test
    void anExecutionThatArrivedAndEndedLongAgoIsToldFromItsEvents() {
        Account account = new Account(store);
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.faults.script(number -> number == 0 ? Fault.KILLED_AFTER : Fault.NONE);
        assertThatThrownBy(() -> account.deployments.execute(review, account.events::add))
                .isInstanceOf(Faults.Killed.class);
        account.pass(Duration.ofDays(1));

        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        Outcome outcome = next.resume(next.interrupted().getFirst(), account.events::add);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(account.toldIds()).isEqualTo(account.trueIds(review.own().stackId()));
        assertThat(store.journal().entries().getLast())
                .extracting(JournalEntry::kind, JournalEntry::words)
                .containsExactly(Kind.ENDED, "The environment is up.");
    }

    @Test
    void protectionThatWasReviewedIsSetByWhoeverResumes() {
        Account account = new Account(store);
        Review review = account.deployments.review(account.plan(Templates.alarm(80), true));
        account.faults.script(number -> number == 1 ? Fault.KILLED_BEFORE : Fault.NONE);
        assertThatThrownBy(() -> account.deployments.execute(review, account.events::add))
                .isInstanceOf(Faults.Killed.class);

        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        next.resume(next.interrupted().getFirst(), account.events::add);

        assertThat(account.simulated.describeStacks().stacks().getFirst().enableTerminationProtection())
                .isTrue();
    }

    @Test
    void everyCallThatChangesTheAccountStandsInTheJournalBeforeItIsSent() {
        Account account = new Account(store);
        account.deploy(Templates.alarm(80));
        account.deployments.destroy(Account.DEV, account.events::add);

        assertThat(store.journal().entries())
                .extracting(entry -> entry.kind() + " " + entry.call())
                .containsExactly(
                        "BEGUN CREATE",
                        "SENDING CreateChangeSet",
                        "ACCEPTED CreateChangeSet",
                        "PLANNED UpdateTerminationProtection",
                        "SENDING ExecuteChangeSet",
                        "ACCEPTED ExecuteChangeSet",
                        "ENDED CREATE",
                        "BEGUN DELETE",
                        "SENDING DeleteStack",
                        "ACCEPTED DeleteStack",
                        "ENDED DELETE");
        assertThat(store.journal().entries()).allSatisfy(entry -> {
            assertThat(entry.caller()).isEqualTo(account.session().callerArn());
            assertThat(entry.suffix()).isEqualTo("dev");
        });
    }

    @Test
    void aSessionThatHasMovedToAnotherAccountWritesNothing() {
        Account account = new Account(store);
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.become("999999999999");

        assertThatThrownBy(() -> account.deployments.execute(review, account.events::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("000000000000")
                .hasMessageContaining("999999999999");

        assertThat(account.stackStatus()).isEqualTo("REVIEW_IN_PROGRESS");
    }

    @Test
    void aReviewThatHasEndedTakesNoNewerOnesPlace() {
        Account account = new Account(store);
        Review older = account.deployments.review(account.plan(Templates.alarm(80)));
        Review newer = account.deployments.review(account.plan(Templates.alarm(72)));

        assertThatThrownBy(() -> account.deployments.execute(older, account.events::add))
                .hasMessageContaining("no longer the latest");

        assertThat(account.deployments.execute(newer, account.events::add)).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void withoutAJournalNothingIsSent() {
        Account account = new Account(Stores.open(Path.of("/proc/nothing-here"), InstantSource.system())
                .store());

        assertThatThrownBy(() -> account.deploy(Templates.alarm(80)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Nothing was sent to AWS");

        assertThat(account.simulated.describeStacks().stacks()).isEmpty();
    }
}
