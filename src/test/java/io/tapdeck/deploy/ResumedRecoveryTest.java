package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of recoveries whose process dies, and of what is beside them. */
class ResumedRecoveryTest extends RecoveryFixture {

    private List<Interrupted> interrupted() {
        return account.deploymentsIn(Account.DEV.region(), store).interrupted();
    }

    @Test
    void theJournalTellsWhatARecoveryLeavesOut() {
        getStuck();
        recover(new Recovery.ContinueRollback(null, Set.of("Second")));
        account.script(BUSY);
        account.deployments.destroy(Account.DEV, told::add);
        recover(new Recovery.DeleteRetaining(null, Set.of("First")));

        assertThat(lines(Kind.SENDING))
                .extracting(JournalEntry::words)
                .contains("Skipped: Second.", "Retained: First.");
    }

    @Test
    void theJournalTellsThatADeletionIsForced() {
        failDeletion();
        recover(new Recovery.ForceDelete(null));

        assertThat(lines(Kind.SENDING).getLast().words()).isEqualTo("Forced: what cannot be deleted is left.");
    }

    @Test
    void aCancellationAtWorkIsNotTakenForDead() {
        account.deploy(Templates.parameters("old"));
        begin(Templates.parameters("new"), false);
        account.pass(Duration.ofSeconds(3));
        String cancelled = lines(Kind.BEGUN).getLast().operationId();
        // Who has begun it works on it no more.
        store.locks().release(Account.DEV, cancelled);

        account.deployments.recover(Account.DEV, new Recovery.CancelUpdate(null), event -> {
            if (event instanceof ResourceMoved) {
                assertThat(interrupted()).as("while it works").isEmpty();
            }
        });

        assertThat(interrupted()).extracting(Interrupted::operationId).containsExactly(cancelled);
    }

    @Test
    void whoFindsTheOwnStackGoneTellsThatTheReplicaStillStands() {
        deployWithReplica();
        // What stands in the journal is sent next.
        account.faults.script(number -> lines(Kind.SENDING).getLast().call().equals("DeleteStack")
                ? Faults.Fault.KILLED_BEFORE
                : Faults.Fault.NONE);
        assertThatThrownBy(() -> account.deployments.destroy(Account.DEV, told::add))
                .isInstanceOf(Faults.Killed.class);
        account.faults.script(number -> Faults.Fault.NONE);
        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.pass(Duration.ofHours(1));

        Deployments next = account.deploymentsIn(Account.DEV.region(), store);

        assertThat(next.resume(next.interrupted().getFirst(), told::add))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.stackName()).isEqualTo(Templates.REPLICA);
                    assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED);
                });
    }
}
