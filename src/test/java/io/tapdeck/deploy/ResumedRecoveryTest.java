package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.follow.Durations;
import io.tapdeck.deploy.operation.EmptyStack;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;

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

    @Test
    void whatWasDeletedFromABucketBeforeTheDeathIsTold() {
        account.deploy(Templates.withTwoBuckets());
        account.s3().putObject(request -> request.bucket("backups-dev").key("monday"), RequestBody.fromString("x"));
        account.deployments.destroy(Account.DEV, told::add);
        S3Client real = account.s3();
        account.s3 = (S3Client) Proxy.newProxyInstance(
                S3Client.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof DeleteObjectsRequest) {
                        method.invoke(real, arguments);
                        throw new Faults.Killed();
                    }
                    return method.isDefault() && !(arguments[0] instanceof SdkRequest)
                            ? InvocationHandler.invokeDefault(proxy, method, arguments)
                            : method.invoke(real, arguments);
                });
        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of(Templates.BUCKET))))
                .isInstanceOf(Faults.Killed.class);
        account.s3 = null;

        Deployments next = account.deploymentsIn(Account.DEV.region(), store);

        assertThat(next.resume(next.interrupted().getFirst(), told::add))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause().reason())
                                .isEqualTo(
                                        "Tapdeck ended before it asked AWS to delete a stack. May be deleted already: Everything in the bucket backups-dev."));
    }

    @Test
    void theJournalTellsWhichStackIsDeletedWhereTheEnvironmentStays() {
        deployWithReplica();
        recover(new Recovery.Delete(new Part(Templates.REPLICA, ELSEWHERE), Set.of()));
        assertThat(lines(Kind.ENDED).getLast().words()).isEqualTo("tapdeck-aurora-mysql-dev-replica is deleted.");

        account.deployments.destroy(Account.DEV, told::add);
        assertThat(lines(Kind.ENDED).getLast().words()).isEqualTo("The environment is deleted.");
    }

    @Test
    void theJournalTellsOfAnEmptyStackThatOnlyTheStackIsDeleted() {
        pauseCreation();
        recover(new Recovery.RollBack(null));

        assertThat(lines(Kind.ENDED).getLast().words()).isEqualTo("tapdeck-aurora-mysql-dev is deleted.");
    }

    private boolean cleared(String stackId) {
        StackRegions regions =
                new StackRegions(account, account::pass, new Durations(store, Account.DEV.account()), store.journal());
        Undertaking undertaking = new Undertaking(Undertaking.newId(), Account.DEV, Operation.CREATE);
        return new EmptyStack(regions, undertaking, stackId, null).cleared();
    }

    @Test
    void anEmptyStackWhoseDeletionHasFailedIsNotGone() {
        failDeletion();

        assertThat(cleared(String.valueOf(own().stackId()))).isFalse();
    }

    @Test
    void anEmptyStackWhoseDeletionRunsIsWaitedFor() {
        account.deploy(Templates.parameters("new"));
        String stackId = String.valueOf(own().stackId());
        account.simulated.deleteStack(request -> request.stackName(stackId));

        assertThat(cleared(stackId)).isTrue();
        assertThat(stacks(Account.DEV.region())).isZero();
    }
}
