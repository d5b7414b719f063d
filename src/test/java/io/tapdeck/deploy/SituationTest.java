package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.environment.TargetSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an administrator is told about the stacks of an environment. */
class SituationTest extends AccountTest {
    private StackSituation own() {
        return account.deployments.situation(Account.DEV).stacks().getFirst();
    }

    @Test
    void anEnvironmentThatDoesNotExistCanBeCreated() {
        Situation situation = account.deployments.situation(Account.DEV);

        assertThat(situation.stacks()).singleElement().satisfies(stack -> {
            assertThat(stack.state()).isEqualTo(StackState.ABSENT);
            assertThat(stack.stackId()).isNull();
            assertThat(stack.since()).isNull();
            assertThat(stack.actions()).containsExactly(StackAction.CREATE);
        });
    }

    @Test
    void onlyAChangeSetIsToldAsNothingCreated() {
        account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(own().state().name()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(own().actions()).containsExactly(StackAction.CREATE, StackAction.DELETE);
        assertThat(own().cause()).isNull();
    }

    @Test
    void anEnvironmentThatIsUpHasNoCauseAndNothingBlocked() {
        account.deploy(Templates.alarm(80));

        StackSituation own = own();

        assertThat(own.state().name()).isEqualTo("CREATE_COMPLETE");
        assertThat(own.cause()).isNull();
        assertThat(own.blocked()).isEmpty();
        assertThat(own.since()).isEqualTo(lastStackEvent());
    }

    @Test
    void aCreationThatWasRolledBackTellsItsFirstFailure() {
        account.fail(
                Templates.ALARM,
                "Resource handler returned message: too many (HandlerErrorCode: ServiceLimitExceeded)");
        account.deploy(Templates.alarm(80));

        StackSituation own = own();

        assertThat(own.state().name()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(own.cause()).isNotNull().satisfies(cause -> {
            assertThat(cause.logicalId()).isEqualTo(Templates.ALARM);
            assertThat(cause.reason()).contains("too many");
        });
        assertThat(own.since()).isEqualTo(lastStackEvent());
        assertThat(own.actions()).containsExactly(StackAction.CREATE, StackAction.DELETE);
    }

    @Test
    void aDeletionThatFailedTellsWhatBlocksIt() {
        account.deploy(Templates.withTwoBuckets());
        account.script("resource:" + Templates.BUCKET + "/delete=fail:The bucket you tried to delete is not empty");
        account.deployments.destroy(Account.DEV, account.events::add);

        StackSituation own = own();

        assertThat(own.state().name()).isEqualTo("DELETE_FAILED");
        assertThat(own.blocked())
                .extracting(
                        BlockedResource::logicalId,
                        BlockedResource::displayName,
                        BlockedResource::physicalId,
                        BlockedResource::skippable,
                        BlockedResource::emptiable,
                        BlockedResource::holdsData)
                .containsExactly(tuple(Templates.BUCKET, "DatabaseBackupBucket", "backups-dev", false, true, true));
        assertThat(own.blocked().getFirst().reason()).contains("not empty");
        assertThat(own.cause()).isNotNull().extracting(RootCause::logicalId).isEqualTo(Templates.BUCKET);
        assertThat(own.actions())
                .containsExactly(StackAction.DELETE, StackAction.DELETE_RETAINING, StackAction.FORCE_DELETE);
    }

    @Test
    void aProtectedStackOffersNoDeletion() {
        account.deployments.execute(
                account.deployments.review(account.plan(Templates.alarm(80), true)), account.events::add);

        assertThat(own().terminationProtection()).isTrue();
        assertThat(own().actions()).containsExactly(StackAction.UPDATE);
    }

    @Test
    void theStackThatIsStuckIsForemost() {
        account.place("eu-west-1");
        account.fail(Templates.ALARM, "no");
        account.deployments.execute(
                account.deployments.review(
                        account.plan(TargetSettings.NONE, Templates.withReplica(80), Templates.replica("first"))),
                account.events::add);

        Situation situation = account.deployments.situation(Account.DEV);

        assertThat(situation.stacks())
                .extracting(StackSituation::stackName, stack -> stack.state().name())
                .containsExactly(
                        tuple(Account.DEV.stackName(), "ROLLBACK_COMPLETE"),
                        tuple(Templates.REPLICA, "CREATE_COMPLETE"));
        assertThat(situation.foremost().stackName()).isEqualTo(Account.DEV.stackName());
    }

    private Instant lastStackEvent() {
        return account
                .simulated
                .describeStackEvents(request -> request.stackName(Account.DEV.stackName()))
                .stackEvents()
                .stream()
                .filter(StackEvents::ofStack)
                .findFirst()
                .orElseThrow()
                .timestamp();
    }
}
