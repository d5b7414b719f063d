package io.tapdeck.deploy.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.Account;
import io.tapdeck.deploy.AccountTest;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Leftover.Kind;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.Templates;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** What is left of environments that do not exist. */
class LeftoversTest extends AccountTest {
    private static final String ELSEWHERE = "eu-west-1";

    /** What another computer sees, which knows nothing of what this one works on. */
    private List<Leftover> seenByAnother() {
        try (Store another =
                Stores.open(folder.resolve("another"), InstantSource.system()).store()) {
            return account.deploymentsIn(Account.DEV.region(), another).leftovers();
        }
    }

    private Review reviewWithReplica() {
        return account.deployments.review(
                account.plan(TargetSettings.NONE, Templates.withReplica(80), Templates.replica("first")));
    }

    @Test
    void aChangeSetThatWasNeverExecutedIsLeftInAnEmptyStack() {
        account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(seenByAnother())
                .extracting(Leftover::environment, Leftover::kind, Leftover::name, Leftover::region)
                .containsExactly(tuple(Account.DEV, Kind.SHELL, Account.DEV.stackName(), "us-east-1"));
        assertThat(account.deployments.leftovers())
                .as("whoever still reads the review has not left it")
                .isEmpty();
        assertThat(account.deployments.list()).isEmpty();
    }

    @Test
    void anEmptyStackWithoutItsChangeSetIsKnownByItsName() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.simulated.deleteChangeSet(request -> request.changeSetName(review.changeSetId()));

        assertThat(seenByAnother())
                .extracting(Leftover::environment, Leftover::kind)
                .containsExactly(tuple(Account.DEV, Kind.SHELL));
    }

    @Test
    void whatIsDiscardedDestroyedOrUpLeavesNothing() {
        account.deployments.discard(account.deployments.review(account.plan(Templates.alarm(80))));
        assertThat(account.deployments.leftovers()).as("discarded").isEmpty();

        account.deployments.execute(reviewWithReplica(), account.events::add);
        assertThat(account.deployments.leftovers()).as("up").isEmpty();

        account.deployments.destroy(Account.DEV, account.events::add);
        assertThat(account.deployments.leftovers()).as("destroyed").isEmpty();
    }

    @Test
    void aChangeSetOfSomebodyElseIsNotOurs() {
        account.simulated.createChangeSet(request -> request.stackName("tapdeck-aurora-mysql-dev")
                .changeSetName("by-hand")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(Templates.alarm(80)));
        account.pass(Duration.ofMinutes(1));

        assertThat(account.deployments.leftovers()).isEmpty();
    }

    @Test
    void aReplicaWhoseEnvironmentIsGoneIsLeftWhereItStands() {
        account.deployments.execute(reviewWithReplica(), account.events::add);
        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.pass(Duration.ofHours(1));

        assertThat(account.deploymentsIn(ELSEWHERE, store).leftovers())
                .extracting(Leftover::environment, Leftover::kind, Leftover::name, Leftover::region)
                .containsExactly(tuple(Account.DEV, Kind.PART, Templates.REPLICA, ELSEWHERE));
    }

    @Test
    void whereThisComputerHasChangedStacksItLooksForWhatIsLeft() {
        assertThat(account.deployments.searched()).containsExactly("us-east-1");
        account.deployments.execute(reviewWithReplica(), account.events::add);
        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.pass(Duration.ofHours(1));

        assertThat(account.deployments.searched()).containsExactly("us-east-1", ELSEWHERE);
        assertThat(account.deployments.leftovers())
                .extracting(Leftover::name, Leftover::region)
                .containsExactly(tuple(Templates.REPLICA, ELSEWHERE));
    }

    @Test
    void aReplicaWhoseEnvironmentIsUpElsewhereIsNotLeft() {
        account.deployments.execute(reviewWithReplica(), account.events::add);

        assertThat(account.deploymentsIn(ELSEWHERE, store).leftovers()).isEmpty();
    }

    @Test
    void anEnvironmentThatStillMakesItsReplicaIsListedAndNotLeft() {
        Review review = reviewWithReplica();
        account.place(ELSEWHERE)
                .simulated()
                .executeChangeSet(request ->
                        request.changeSetName(review.stacks().getFirst().changeSetId()));

        assertThat(account.deployments.list())
                .extracting(DeployedEnvironment::key, found -> found.status().name())
                .containsExactly(tuple(Account.DEV, "CREATE_IN_PROGRESS"));
        assertThat(account.deployments.find(Account.DEV)).isPresent();
        assertThat(account.deployments.leftovers()).isEmpty();
        assertThat(account.deploymentsIn(ELSEWHERE, store).leftovers()).isEmpty();

        account.pass(Duration.ofHours(1));
        assertThat(account.deployments.list())
                .as("its own stack waits for its turn")
                .extracting(found -> found.status().name())
                .containsExactly("REVIEW_IN_PROGRESS");
        assertThat(account.deployments.leftovers()).isEmpty();
    }

    @Test
    void aStackCalledAsAReplicaIsNamedByItsOwnerAlsoBeforeItIsMade() {
        reviewWithReplica();
        EnvironmentKey devReplica = new EnvironmentKey(
                Account.DEV.account(), ELSEWHERE, Account.DEV.blueprint(), new Suffix("dev-replica"));
        assertThat(devReplica.stackName()).isEqualTo(Templates.REPLICA);

        Store another =
                Stores.open(folder.resolve("another"), InstantSource.system()).store();
        List<Leftover> left = account.deploymentsIn(ELSEWHERE, another).leftovers();
        another.close();
        assertThat(left)
                .filteredOn(one -> one.region().equals(ELSEWHERE))
                .extracting(Leftover::environment)
                .as("the change set's tags say whose it is, not the name")
                .containsExactly(Account.DEV);
        assertThatThrownBy(() -> account.deploymentsIn(ELSEWHERE, store).definition(devReplica))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("belongs to the environment dev of aurora-mysql");
    }

    @Test
    void theSnapshotOfADestroyedClusterIsLeftUntilTheEnvironmentIsMadeAgain() {
        account.deploy(Templates.clusterWithSnapshot());
        assertThat(account.deployments.leftovers()).isEmpty();

        account.deployments.destroy(Account.DEV, account.events::add);
        assertThat(account.deployments.leftovers())
                .extracting(Leftover::environment, Leftover::kind, Leftover::region)
                .containsExactly(tuple(Account.DEV, Kind.SNAPSHOT, "us-east-1"));
        assertThat(account.deployments.leftovers().getFirst().name()).startsWith("tapdeck-aurora-mysql-dev-snapshot-");

        account.deploy(Templates.alarm(80));
        assertThat(account.deployments.leftovers()).isEmpty();
    }

    @Test
    void aStackThatSomebodyTaggedByHandIsNoPart() {
        account.simulated.createStack(request -> request.stackName("by-hand")
                .templateBody(Templates.alarm(80))
                .tags(Tag.builder().key("tapdeck:suffix").value("Not a suffix").build()));
        account.pass(Duration.ofHours(1));

        assertThat(account.deployments.leftovers()).isEmpty();
        assertThat(account.deployments.list()).isEmpty();
    }
}
