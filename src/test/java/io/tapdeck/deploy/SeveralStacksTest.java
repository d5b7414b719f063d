package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** An environment with a replica in another region. */
class SeveralStacksTest extends AccountTest {
    private static final String ELSEWHERE = "eu-west-1";
    private static final Part PART = new Part(Templates.REPLICA, ELSEWHERE);

    private Review review(int threshold) {
        return account.deployments.review(plan(threshold, "first"));
    }

    private DeploymentPlan plan(int threshold, String replicaName) {
        return account.plan(TargetSettings.NONE, Templates.withReplica(threshold), Templates.replica(replicaName));
    }

    private Outcome deploy(int threshold, String replicaName) {
        return account.deployments.execute(
                account.deployments.review(plan(threshold, replicaName)), account.events::add);
    }

    private List<Stack> stacks(String region) {
        return account.place(region).simulated().describeStacks().stacks();
    }

    private List<String> stackMoves() {
        return account.events.stream()
                .filter(StackMoved.class::isInstance)
                .map(StackMoved.class::cast)
                .map(moved -> moved.stackName() + " " + moved.status())
                .toList();
    }

    @Test
    void oneReviewSaysWhichChangeIsWhere() {
        Review review = review(80);

        assertThat(review.operation()).isEqualTo(Operation.CREATE);
        assertThat(review.parts()).containsExactly(PART);
        assertThat(review.changes())
                .extracting(ResourceChange::displayName, ResourceChange::part)
                .containsExactlyInAnyOrder(
                        tuple("DatabaseAlarmTopic · eu-west-1", PART),
                        tuple("DatabaseAlarmTopic", null),
                        tuple("HighCPUUtilization", null));
        assertThat(review.resources())
                .extracting(PlannedResource::id)
                .as("one timeline, the replica first, no id twice")
                .containsExactly(Templates.REPLICA + "/" + Templates.TOPIC, Templates.TOPIC, Templates.ALARM);
        assertThat(review.resources().get(1).dependsOn())
                .as("the own stack waits for the replica")
                .containsExactly(Templates.REPLICA + "/" + Templates.TOPIC);
    }

    @Test
    void theReplicaComesFirstAndItsTrueOutputReachesTheOwnStack() {
        Review review = review(80);

        Outcome outcome = account.deployments.execute(review, account.events::add);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(stackMoves())
                .containsExactly(
                        Templates.REPLICA + " CREATE_IN_PROGRESS",
                        Templates.REPLICA + " CREATE_COMPLETE",
                        Account.DEV.stackName() + " CREATE_IN_PROGRESS",
                        Account.DEV.stackName() + " CREATE_COMPLETE");
        assertThat(account.events)
                .first()
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.resources()).isEqualTo(review.resources()));
        assertThat(account.events).filteredOn(Started.class::isInstance).hasSize(1);
        assertThat(account.events).filteredOn(Ended.class::isInstance).hasSize(1);
        assertThat(account.events.stream()
                        .filter(ResourceMoved.class::isInstance)
                        .map(event -> ((ResourceMoved) event).id())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        review.resources().stream().map(PlannedResource::id).toList());
        assertThat(stacks("us-east-1").getFirst().parameters())
                .extracting(Parameter::parameterValue)
                .containsExactly("arn:aws:sns:eu-west-1:000000000000:replica-dev");
    }

    @Test
    void aPartIsNeverAnEnvironmentOfItsOwn() {
        deploy(80, "first");

        assertThat(account.deployments.list())
                .extracting(DeployedEnvironment::stackName)
                .containsExactly(Account.DEV.stackName());
        assertThat(account.deploymentsIn(ELSEWHERE, store).list()).isEmpty();
    }

    @Test
    void aStackInWhichNothingChangesIsSkipped() {
        deploy(80, "first");
        account.events.clear();

        assertThat(deploy(72, "first")).isInstanceOf(Outcome.Up.class);
        assertThat(stackMoves()).allMatch(move -> move.startsWith(Account.DEV.stackName() + " "));
        account.events.clear();
        assertThat(deploy(72, "second"))
                .isInstanceOfSatisfying(
                        Outcome.Up.class, up -> assertThat(up.outputs()).containsKey("AlarmTopicArn"));
        assertThat(stackMoves()).allMatch(move -> move.startsWith(Templates.REPLICA + " "));
        assertThat(review(72).nothingChanges()).isFalse();
        assertThat(account.deployments.review(plan(72, "second")).nothingChanges())
                .isTrue();
    }

    @Test
    void anythingElseThanWasReviewedIsNotExecuted() {
        Review review = review(80);
        StackReview own = review.own();
        StackReview other = new StackReview(
                own.part(),
                own.operation(),
                own.stackName(),
                own.stackId(),
                own.changeSetId(),
                own.changeSetName(),
                own.madeAt(),
                own.executable(),
                own.changes().subList(1, own.changes().size()),
                own.resources(),
                own.warnings(),
                own.terminationProtection(),
                own.settings(),
                own.inputs(),
                own.rollback());

        Outcome outcome = account.deployments.execute(
                new Review(
                        review.operationId(),
                        review.environment(),
                        List.of(review.stacks().getFirst(), other),
                        List.of(),
                        List.of()),
                account.events::add);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED);
            assertThat(failed.cause().reason())
                    .contains(
                            "otherwise than was reviewed",
                            own.changes().getFirst().displayName());
            assertThat(failed.cause().remedies().getFirst().words()).contains("Review again");
        });
        assertThat(stacks("us-east-1")).as("nothing of the own stack is left").isEmpty();
    }

    @Test
    void aWarningThatComesUpAfterTheReviewIsReadBeforeAnythingElseIsDone() {
        account.deploy(Templates.withTwoBuckets());
        Review review = review(80);
        account.s3().putObject(request -> request.bucket("backups-dev").key("a"), RequestBody.fromString("x"));

        Outcome outcome = account.deployments.execute(review, account.events::add);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED);
            assertThat(failed.cause().reason()).contains("warns of what the review did not say", Templates.BUCKET);
        });
        Review again = review(80);
        assertThat(again.preflight().of(Preflight.Result.WARNED))
                .extracting(Preflight.Check::words)
                .anyMatch(words -> words.contains(Templates.BUCKET));
    }

    @Test
    void aDependantIsNotStartedAfterAFailure() {
        account.fail(Templates.TOPIC, "Resource handler returned message: \"no\" (HandlerErrorCode: InvalidRequest)");

        Outcome outcome = deploy(80, "first");

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stackName()).isEqualTo(Templates.REPLICA);
            assertThat(failed.cause().part()).isEqualTo(PART);
            assertThat(failed.cause().id()).isEqualTo(Templates.REPLICA + "/" + Templates.TOPIC);
        });
        assertThat(stacks("us-east-1")).isEmpty();
        account.fail("", "");
        assertThat(deploy(80, "first")).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aDiscardedReviewLeavesNothingInAnyRegion() {
        Review review = review(80);

        account.deployments.discard(review);

        assertThat(stacks("us-east-1")).isEmpty();
        assertThat(stacks(ELSEWHERE)).isEmpty();
    }

    @Test
    void aReviewThatFailsHalfwayLeavesNothingBehind() {
        account.simulated.createStack(
                request -> request.stackName(Account.DEV.stackName()).templateBody(Templates.alarm(80)));

        assertThatThrownBy(() -> review(80)).isInstanceOf(DeployException.class).hasMessageContaining("did not make");
        assertThat(stacks(ELSEWHERE)).isEmpty();
    }

    @Test
    void aRevertThatFailsHalfwayLeavesNoChangeSetBehind() {
        deploy(80, "first");
        Account.Place there = account.place(ELSEWHERE);
        there.world()
                .remove(
                        "AWS::SNS::Topic",
                        there.world().ofType("AWS::SNS::Topic").getFirst().physicalId());
        Drift drift = account.deployments.drift(Account.DEV);
        account.faults.refuse("createChangeSet");

        assertThatThrownBy(() -> account.deployments.revert(drift)).hasMessageContaining("not authorized");
        assertThat(there.simulated()
                        .listChangeSets(request -> request.stackName(Templates.REPLICA))
                        .summaries())
                .isEmpty();
    }

    @Test
    void aPartThatTheDefinitionLeavesOutIsRefused() {
        deploy(80, "first");

        assertThatThrownBy(() -> account.deployments.review(account.plan(Templates.alarm(80))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(Templates.REPLICA)
                .hasMessageContaining(ELSEWHERE);
    }

    @Test
    void destroyingBeginsWithTheOwnStackAndEndsWithTheParts() {
        deploy(80, "first");
        account.events.clear();

        DestroyPreview preview = account.deployments.previewDestroy(Account.DEV);
        Outcome outcome = account.deployments.destroy(Account.DEV, account.events::add);

        assertThat(preview.deleted())
                .containsExactly("DatabaseAlarmTopic", "HighCPUUtilization", "DatabaseAlarmTopic · eu-west-1");
        assertThat(outcome).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(stackMoves())
                .containsExactly(
                        Account.DEV.stackName() + " DELETE_IN_PROGRESS",
                        Account.DEV.stackName() + " DELETE_COMPLETE",
                        Templates.REPLICA + " DELETE_IN_PROGRESS",
                        Templates.REPLICA + " DELETE_COMPLETE");
        assertThat(stacks(ELSEWHERE)).isEmpty();
    }

    @Test
    void aPartThatIsLeftIsDestroyedFromItsRegionUnlessItsEnvironmentExists() {
        deploy(80, "first");
        CloudFormationDeployments elsewhere = account.deploymentsIn(ELSEWHERE, store);
        EnvironmentKey there =
                new EnvironmentKey(Account.DEV.account(), ELSEWHERE, Account.DEV.blueprint(), Account.DEV.suffix());

        assertThatThrownBy(() -> elsewhere.destroy(there, account.events::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("us-east-1, which exists");

        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.pass(Duration.ofHours(1));
        assertThat(elsewhere.previewDestroy(there).deleted()).containsExactly("DatabaseAlarmTopic · eu-west-1");
        assertThat(elsewhere.destroy(there, account.events::add)).isInstanceOf(Outcome.Gone.class);
        assertThat(stacks(ELSEWHERE)).isEmpty();
    }

    @Test
    void whoAttachesWhileTheReplicaIsMadeHearsThatNobodyGoesOn() {
        Review review = review(80);
        execute(review.stacks().getFirst());

        Outcome outcome =
                account.deployments.attach(Account.DEV, account.events::add).orElseThrow();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stackName()).isEqualTo(Account.DEV.stackName());
            assertThat(failed.status()).isEqualTo(Outcome.Failed.NOT_STARTED);
            assertThat(failed.cause().remedies())
                    .extracting(Remedy::words)
                    .containsExactly("Deploy the environment again.");
        });
        assertThat(stackMoves()).contains(Templates.REPLICA + " CREATE_COMPLETE");
    }

    @Test
    void whoAttachesFollowsFromStackToStack() {
        deploy(80, "first");
        Review review = account.deployments.review(plan(72, "second"));
        execute(review.stacks().getFirst());
        account.events.clear();

        Outcome outcome = account.deployments
                .attach(Account.DEV, event -> {
                    account.events.add(event);
                    if (event instanceof StackMoved moved
                            && moved.stackName().equals(Templates.REPLICA)
                            && moved.status().equals("UPDATE_COMPLETE")) {
                        execute(review.own());
                    }
                })
                .orElseThrow();

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(stackMoves()).endsWith(Account.DEV.stackName() + " UPDATE_COMPLETE");
        assertThat(account.events).filteredOn(Started.class::isInstance).hasSize(1);
        assertThat(account.deployments.attach(Account.DEV, account.events::add)).isEmpty();
    }

    private void execute(StackReview stack) {
        String region = stack.part() == null ? "us-east-1" : ELSEWHERE;
        account.place(region)
                .simulated()
                .executeChangeSet(request -> request.changeSetName(stack.changeSetId())
                        .clientRequestToken(RequestTokens.execute(stack.changeSetName(), "by-hand")));
    }
}
