package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.deploy.Outcome.Orphan;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;

/** The ways out of a creation or a deletion that failed: after each, what is left is known. */
class DeletionRecoveryTest extends RecoveryFixture {
    private void fillAndDestroy() {
        account.deploy(Templates.withTwoBuckets());
        for (int number = 0; number < 1100; number++) {
            String key = "day-" + number;
            account.s3().putObject(request -> request.bucket("backups-dev").key(key), RequestBody.fromString("x"));
        }
        account.deployments.destroy(Account.DEV, told::add);
        assertThat(own().state().name()).isEqualTo("DELETE_FAILED");
    }

    @Test
    void aRolledBackCreationIsDeletedAndNothingIsLeft() {
        account.script(NO_SECOND);
        account.deploy(Templates.parameters("new"));
        assertThat(own().state().name()).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void aPausedCreationIsRolledBackAndNothingIsLeft() {
        pauseCreation();

        assertThat(recover(new Recovery.RollBack(null))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void aPausedCreationIsMendedByAnUpdate() {
        pauseCreation();
        account.script();

        assertThat(account.deploy(Templates.parameters("newer"))).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aCreationThatCouldNotBeRolledBackIsDeletedOnceNothingBlocksIt() {
        account.script(NO_SECOND, BUSY);
        account.deploy(Templates.parameters("new"));
        StackSituation stuck = own();
        assertThat(stuck.state().name()).isEqualTo("ROLLBACK_FAILED");
        assertThat(stuck.cause()).isNotNull().extracting(RootCause::reason).isEqualTo("Busy.");

        assertThatThrownBy(() -> recover(new Recovery.DeleteRetaining(null, Set.of("First"))))
                .as("leaving out is for deletions that failed")
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is in ROLLBACK_FAILED");
        assertThatThrownBy(() -> recover(new Recovery.ForceDelete(null)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is in ROLLBACK_FAILED");
        account.script();
        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
    }

    @Test
    void whatBlocksADeletionIsLeftOutAndNamed() {
        failDeletion();
        assertThatThrownBy(() -> recover(new Recovery.DeleteRetaining(null, Set.of("Last"))))
                .isInstanceOf(DeployException.class)
                .hasMessage("Last cannot be left out: its deletion has not failed.");

        assertThat(recover(new Recovery.DeleteRetaining(null, Set.of("First"))))
                .isInstanceOfSatisfying(
                        Outcome.Gone.class,
                        gone -> assertThat(gone.orphans())
                                .extracting(Orphan::displayName, Orphan::resourceType)
                                .containsExactly(tuple("First", "AWS::SSM::Parameter")));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void aForcedDeletionNamesWhatItCouldNotDelete() {
        failDeletion();

        assertThat(recover(new Recovery.ForceDelete(null)))
                .isInstanceOfSatisfying(
                        Outcome.Gone.class,
                        gone -> assertThat(gone.orphans())
                                .extracting(Orphan::displayName)
                                .containsExactly("First"));
    }

    @Test
    void theChosenBucketsAreEmptiedBeforeTheDeletion() {
        fillAndDestroy();
        assertThat(own().blocked())
                .filteredOn(BlockedResource::emptiable)
                .extracting(BlockedResource::logicalId)
                .containsExactly(Templates.BUCKET);

        assertThat(recover(new Recovery.Delete(null, Set.of(Templates.BUCKET))))
                .isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(store.journal().entries().stream()
                        .filter(line -> line.kind() == Kind.SENDING)
                        .map(JournalEntry::call))
                .endsWith("DeleteObjects", "DeleteStack");
    }

    @Test
    void aSessionThatMovesToAnotherAccountBetweenTwoPagesDeletesNoMore() {
        fillAndDestroy();
        S3Client real = account.s3();
        account.s3 = (S3Client) Proxy.newProxyInstance(
                S3Client.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (!(arguments[0] instanceof SdkRequest)) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (arguments[0] instanceof DeleteObjectsRequest) {
                        account.become("999999999999");
                    }
                    return method.invoke(real, arguments);
                });

        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of(Templates.BUCKET))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("999999999999");
        assertThat(real.listObjectVersions(request -> request.bucket("backups-dev"))
                        .versions())
                .as("the second page")
                .hasSize(100);
    }

    @Test
    void aBucketThatIsNotChosenKeepsItsObjects() {
        fillAndDestroy();

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isInstanceOf(Outcome.Failed.class);
        assertThat(account.s3()
                        .listObjectVersions(request -> request.bucket("backups-dev"))
                        .versions())
                .isNotEmpty();
    }

    @Test
    void onlyBucketsThatGoAreEmptied() {
        account.deploy(Templates.withBucket(80, "kept-dev"));

        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of(Templates.BUCKET))))
                .as("its template keeps it")
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(Templates.BUCKET);
        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of(Templates.TOPIC))))
                .isInstanceOf(DeployException.class);
        assertThat(account.stackStatus()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void objectsThatS3KeepsStopTheDeletionWithS3sWords() {
        fillAndDestroy();
        account.deny("s3:DeleteObject", "s3:DeleteObjectVersion");

        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of(Templates.BUCKET))))
                .hasMessageContaining("AccessDenied");
        assertThat(own().state().name()).isEqualTo("DELETE_FAILED");
    }

    @Test
    void aProtectedStackIsNotDeleted() {
        account.script(NO_SECOND);
        account.deploy(Templates.parameters("new"));
        account.simulated.updateTerminationProtection(
                request -> request.stackName(Account.DEV.stackName()).enableTerminationProtection(true));

        assertThatThrownBy(() -> recover(new Recovery.Delete(null, Set.of())))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Termination protection");
        assertThat(own().state().name()).isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void aShellOfAChangeSetIsDeleted() {
        account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void anEmptyStackIsDeletedAsTheOneThatWasSeen() {
        account.script(NO_SECOND);
        account.deploy(Templates.parameters("new"));
        Recovery.DeleteEmpty seen = deletesEmpty();

        assertThat(recover(seen)).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(own().state()).isEqualTo(StackState.ABSENT);
    }

    @Test
    void whatWasDeployedSinceAnEmptyStackWasSeenIsNotDeleted() {
        account.script(NO_SECOND);
        account.deploy(Templates.parameters("new"));
        Recovery.DeleteEmpty seen = deletesEmpty();
        account.script();
        account.deploy(Templates.parameters("new"));

        assertThatThrownBy(() -> recover(seen))
                .isInstanceOf(DeployException.class)
                .hasMessageEndingWith("is not the empty stack any more: it is in CREATE_COMPLETE.");
        assertThat(account.stackStatus()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anotherEmptyStackOfTheNameIsNotDeleted() {
        account.deployments.review(account.plan(Templates.alarm(80)));

        assertThatThrownBy(() -> recover(new Recovery.DeleteEmpty(null, "arn:of-another")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is not the empty stack any more");
        assertThat(own().state().name()).isEqualTo("REVIEW_IN_PROGRESS");
    }

    @Test
    void aDeletionOfAnEmptyStackTakesNoOtherStack() {
        account.script("resource:" + Templates.ALARM + "=fail:No.");
        deployWithReplica();
        Situation now = account.deployments.situation(Account.DEV);
        StackSituation empty = now.stacks().getFirst();
        assertThat(empty.state().name()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(now.deletesEmpty(empty))
                .as("the replica is found through it, so that all of it is destroyed or nothing")
                .isEmpty();

        recover(new Recovery.DeleteEmpty(null, String.valueOf(empty.stackId())));
        assertThat(stacks("us-east-1")).isZero();
        assertThat(stacks(ELSEWHERE)).as("the replica's stack").isEqualTo(1);
    }

    private Recovery.DeleteEmpty deletesEmpty() {
        Situation now = account.deployments.situation(Account.DEV);
        return now.deletesEmpty(now.stacks().getFirst()).orElseThrow();
    }

    @Test
    void aCreationThatIsRolledBackKeepsNothingOfWhatItMade() {
        account.script("resource:" + Templates.ALARM + "=fail:No.");
        assertThat(account.deploy(Templates.withBucket(80, "kept-dev"))).isInstanceOf(Outcome.Failed.class);

        assertThat(own().state().name()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(account.s3().listBuckets().buckets())
                .as("a bucket that was kept would take the name of the next")
                .isEmpty();
        account.script();
        assertThat(account.deploy(Templates.withBucket(80, "kept-dev"))).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void theRestOfAnEnvironmentFollowsItsOwnStack() {
        deployWithReplica();
        account.script("resource:" + Templates.ALARM + "/delete=fail:Busy.");
        account.deployments.destroy(Account.DEV, told::add);
        assertThat(stacks(ELSEWHERE)).isEqualTo(1);
        account.script();

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(stacks("us-east-1")).isZero();
        assertThat(stacks(ELSEWHERE)).as("the replica's stack").isZero();
    }

    @Test
    void aSessionThatExpiresBetweenTwoStacksIsWaitedFor() {
        deployWithReplica();
        account.script("resource:" + Templates.ALARM + "/delete=fail:Busy.");
        account.deployments.destroy(Account.DEV, told::add);
        account.script();
        account.place(ELSEWHERE).faults().script(number -> number >= 2 && number < 8 ? Fault.EXPIRED : Fault.NONE);

        assertThat(recover(new Recovery.Delete(null, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(stacks(ELSEWHERE)).as("the replica's stack").isZero();
    }

    @Test
    void aPartThatIsLeftIsDeletedWhereItStands() {
        deployWithReplica();
        account.place(ELSEWHERE);
        Part part = new Part(Templates.REPLICA, ELSEWHERE);
        account.script("resource:" + Templates.TOPIC + "/delete#2=fail:Busy.");
        assertThat(account.deployments.destroy(Account.DEV, told::add)).isInstanceOf(Outcome.Failed.class);
        assertThat(stacks("us-east-1")).isZero();

        assertThat(recover(new Recovery.Delete(part, Set.of()))).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(stacks(ELSEWHERE)).isZero();
    }

    @Test
    void aPartOfAnEnvironmentThatIsUpGoesAlone() {
        deployWithReplica();

        assertThat(recover(new Recovery.Delete(new Part(Templates.REPLICA, ELSEWHERE), Set.of())))
                .isEqualTo(new Outcome.Gone(Templates.REPLICA));
        assertThat(stacks("us-east-1")).isEqualTo(1);
    }
}
