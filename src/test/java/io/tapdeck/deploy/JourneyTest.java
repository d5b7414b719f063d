package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Heard;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class JourneyTest extends AccountTest {
    @Test
    void aNewEnvironmentIsReviewedCreatedAndFound() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(review.operation()).isEqualTo(Operation.CREATE);
        assertThat(review.changes()).extracting(ResourceChange::risk).containsOnly(Risk.ADDED);
        assertThat(review.resources())
                .extracting(PlannedResource::displayName)
                .containsExactly("DatabaseAlarmTopic", "HighCPUUtilization");
        assertThat(review.resources().get(1).dependsOn()).containsExactly(Templates.TOPIC);
        assertThat(account.deployments.list()).isEmpty();

        Outcome outcome = account.deployments.execute(review, account.events::add);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(((Outcome.Up) outcome).outputs()).containsKey("AlarmTopicArn");
        assertThat(account.events.getFirst()).isInstanceOf(Started.class);
        assertThat(account.events.getLast()).isInstanceOf(Ended.class);
        assertThat(account.toldIds())
                .isNotEmpty()
                .isEqualTo(account.trueIds(review.own().stackId()));
        assertThat(account.deployments.list()).singleElement().satisfies(found -> {
            assertThat(found.key()).isEqualTo(Account.DEV);
            assertThat(found.resources())
                    .extracting(PhysicalResource::resourceType)
                    .contains("AWS::SNS::Topic", "AWS::CloudWatch::Alarm");
        });
        assertThat(account.deployments.find(Account.DEV)).isPresent();
    }

    @Test
    void theWholeAuroraEnvironmentComesUp() throws IOException {
        String template = Files.readString(Path.of("src/test/resources/templates/aurora-mysql-dev.template.json"));

        Outcome outcome = account.deploy(template);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(account.deployments.find(Account.DEV).orElseThrow().resources())
                .extracting(PhysicalResource::resourceType)
                .contains("AWS::RDS::DBCluster");
    }

    @Test
    void aChangedPropertyIsShownBeforeAndAfter() {
        account.deploy(Templates.alarm(80));

        Review review = account.deployments.review(account.plan(Templates.alarm(72)));

        assertThat(review.operation()).isEqualTo(Operation.UPDATE);
        assertThat(review.changes()).singleElement().satisfies(change -> {
            assertThat(change.displayName()).isEqualTo("HighCPUUtilization");
            assertThat(change.risk()).isEqualTo(Risk.IN_PLACE);
            assertThat(change.properties()).containsExactly(new PropertyChange("Threshold", "80", "72", false));
        });
        account.events.clear();
        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);
        assertThat(account.toldIds()).hasSize(5);
        assertThat(account.stackStatus()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aReplacedBucketLosesItsDataAndStandsFirst() {
        account.deploy(Templates.withBucket(80, "first-bucket"));

        Review review = account.deployments.review(account.plan(Templates.withBucket(72, "second-bucket")));

        assertThat(review.changes())
                .extracting(ResourceChange::displayName, ResourceChange::risk)
                .containsExactly(
                        tuple("DatabaseBackupBucket", Risk.DATA_LOST), tuple("HighCPUUtilization", Risk.IN_PLACE));
        assertThat(review.dataLoss().getFirst().properties())
                .containsExactly(new PropertyChange("BucketName", "first-bucket", "second-bucket", true));
    }

    @Test
    void aRetainedBucketThatIsTakenOutLosesNothing() {
        account.deploy(Templates.withBucket(80, "first-bucket"));

        Review review = account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(review.changes()).extracting(ResourceChange::risk).containsExactly(Risk.REMOVED);
    }

    @Test
    void theSameDefinitionAgainIsUpToDateAndLeavesNoChangeSet() {
        account.deploy(Templates.alarm(80));

        Review review = account.deployments.review(account.plan(Templates.alarm(80)));

        assertThat(review.nothingChanges()).isTrue();
        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.UpToDate.class);
        assertThat(account.simulated
                        .listChangeSets(request -> request.stackName(Account.DEV.stackName()))
                        .summaries())
                .noneMatch(summary -> summary.changeSetId().equals(review.changeSetId()));
    }

    @Test
    void outputsAloneAreAChangeThatIsReviewedAndExecuted() {
        account.deploy(Templates.alarm(80));

        Review review =
                account.deployments.review(account.plan(Templates.alarm(80).replace("AlarmTopicArn", "Topic")));

        assertThat(review.changes()).isEmpty();
        assertThat(review.nothingChanges()).isFalse();
        assertThat(review.stackChanges())
                .containsExactly("Only outputs or tags of tapdeck-aurora-mysql-dev change; no resource does.");
        assertThat(account.deployments.execute(review, account.events::add))
                .isInstanceOfSatisfying(
                        Outcome.Up.class, up -> assertThat(up.outputs()).containsOnlyKeys("Topic"));
    }

    @Test
    void aDiscardedReviewOfANewEnvironmentLeavesNothing() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));

        account.deployments.discard(review);
        account.deployments.discard(review);

        assertThat(account.simulated.describeStacks().stacks()).isEmpty();
    }

    @Test
    void discardingAReviewThatANewerOneHasReplacedLeavesTheNewerOne() {
        Review old = account.deployments.review(account.plan(Templates.alarm(80)));
        Review latest = account.deployments.review(account.plan(Templates.alarm(90)));

        account.deployments.discard(old);

        assertThat(account.deployments.execute(latest, account.events::add)).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aFailedCreationNamesItsFirstCauseAndTheNextReviewClearsItAway() {
        account.fail(
                Templates.TOPIC,
                "Resource handler returned message: \"taken\" (RequestToken: 1, HandlerErrorCode: AlreadyExists)");

        Outcome outcome = account.deploy(Templates.alarm(80));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo("ROLLBACK_COMPLETE");
            assertThat(failed.cause().logicalId()).isEqualTo(Templates.TOPIC);
            assertThat(failed.cause().errorCode()).isEqualTo("AlreadyExists");
            assertThat(failed.cause().meaning()).contains("already has this name");
            assertThat(failed.cause().eventNumber()).isPositive();
        });
        account.fail("", "");
        Review again = account.deployments.review(account.plan(Templates.alarm(80)));
        assertThat(again.operation()).isEqualTo(Operation.CREATE);
        assertThat(again.warnings()).anyMatch(warning -> warning.contains("failed creation"));
        assertThat(account.deployments.execute(again, account.events::add)).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aFailedUpdateRollsBackAndSaysSo() {
        account.deploy(Templates.alarm(80));
        account.fail(Templates.ALARM, "Resource handler returned message: \"no\" (HandlerErrorCode: InvalidRequest)");

        Outcome outcome = account.deploy(Templates.alarm(72));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
            assertThat(failed.cause().status()).isEqualTo("UPDATE_FAILED");
        });
    }

    @Test
    void destroyingTellsWhatGoesAndWhatStaysAndThenItIsGone() {
        account.deploy(Templates.withBucket(80, "first-bucket"));

        DestroyPreview preview = account.deployments.previewDestroy(Account.DEV);
        account.events.clear();
        Outcome outcome = account.deployments.destroy(Account.DEV, account.events::add);

        assertThat(preview.deleted()).containsExactly("DatabaseAlarmTopic", "HighCPUUtilization");
        assertThat(preview.kept()).containsExactly("DatabaseBackupBucket");
        assertThat(preview.refused()).isEmpty();
        assertThat(outcome).isEqualTo(new Outcome.Gone(Account.DEV.stackName()));
        assertThat(((Started) account.events.getFirst()).resources())
                .extracting(PlannedResource::displayName)
                .containsExactly("HighCPUUtilization", "DatabaseAlarmTopic");
        assertThat(account.deployments.find(Account.DEV)).isEmpty();
    }

    @Test
    void terminationProtectionIsSetOnceUpAndRefusesDestruction() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80), true));
        account.deployments.execute(review, account.events::add);

        assertThat(account.deployments.previewDestroy(Account.DEV).refused()).isNotEmpty();
        assertThatThrownBy(() -> account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Termination protection");
        Review off = account.deployments.review(account.plan(Templates.alarm(80), false));
        account.deployments.execute(off, account.events::add);
        assertThat(account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void anInterruptedFollowerCanAttachAgainAndHearsEverythingFromTheStart() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        AtomicInteger told = new AtomicInteger();
        assertThatThrownBy(() -> account.deployments.execute(review, event -> {
                    if (event instanceof ResourceMoved && told.incrementAndGet() == 1) {
                        account.interruptNextPause();
                    }
                }))
                .isInstanceOf(DeployInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(account.deployments.attach(Account.DEV, account.events::add)).containsInstanceOf(Outcome.Up.class);

        assertThat(account.toldIds()).isEqualTo(account.trueIds(review.own().stackId()));
        assertThat(account.deployments.attach(Account.DEV, account.events::add)).isEmpty();
    }

    @Test
    void aBusyStackIsLeftAlone() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.simulated.executeChangeSet(request -> request.changeSetName(review.changeSetId()));

        assertThatThrownBy(() -> account.deployments.review(account.plan(Templates.alarm(72))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("CREATE_IN_PROGRESS");
    }

    @Test
    void aStackOfAnotherEnvironmentIsToldByItsOwner() {
        account.simulated.createStack(request -> request.stackName(Account.DEV.stackName())
                .templateBody(Templates.alarm(80))
                .tags(
                        Tag.builder().key("tapdeck:suffix").value("other").build(),
                        Tag.builder()
                                .key("tapdeck:blueprint")
                                .value("backup-system")
                                .build()));
        account.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> account.deployments.review(account.plan(Templates.alarm(72))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("belongs to the environment other of backup-system");
    }

    @Test
    void aStackThatTapdeckDidNotMakeIsLeftAlone() {
        account.simulated.createStack(
                request -> request.stackName(Account.DEV.stackName()).templateBody(Templates.alarm(80)));
        account.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> account.deployments.review(account.plan(Templates.alarm(72))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("did not make");
    }

    @Test
    void whatWasPlannedForAnotherAccountIsRefused() {
        EnvironmentKey elsewhere =
                new EnvironmentKey("111111111111", Account.DEV.region(), Account.DEV.blueprint(), Account.DEV.suffix());

        assertThatThrownBy(() -> account.deployments.destroy(elsewhere, account.events::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("111111111111");
    }

    @Test
    void anExpiredSessionPausesTheFollowingAndNeverFailsIt() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.faults.script(number -> number > 2 && number < 8 ? Faults.Fault.EXPIRED : Faults.Fault.NONE);

        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);
        assertThat(account.events)
                .filteredOn(NotHeard.class::isInstance)
                .isNotEmpty()
                .allMatch(event -> ((NotHeard) event).reason().contains("expired"));
        List<DeploymentEvent> after = account.events.subList(
                account.events.indexOf(account.events.stream()
                        .filter(NotHeard.class::isInstance)
                        .reduce((first, last) -> last)
                        .orElseThrow()),
                account.events.size());
        assertThat(after.get(1)).isInstanceOf(Heard.class);
    }

    @Test
    void anExecutionWhoseAnswerWasLostIsRecognizedByItsToken() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        account.faults.script(number -> switch (number) {
            case 0 -> Faults.Fault.ANSWER_LOST;
            case 1 -> Faults.Fault.WRONG_STATUS;
            default -> Faults.Fault.NONE;
        });

        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void aReviewThatIsOutOfDateIsNotExecuted() {
        account.deploy(Templates.alarm(80));
        Review old = account.deployments.review(account.plan(Templates.alarm(72)));
        account.deploy(Templates.alarm(60));
        account.events.clear();

        assertThatThrownBy(() -> account.deployments.execute(old, account.events::add))
                .isInstanceOf(DeployException.class);
        assertThat(account.events).isEmpty();
    }

    @Test
    void aDeletionThatRunsCanBeAttachedTo() {
        account.deploy(Templates.alarm(80));
        account.simulated.deleteStack(request -> request.stackName(Account.DEV.stackName()));
        account.events.clear();

        assertThat(account.deployments.attach(Account.DEV, account.events::add))
                .contains(new Outcome.Gone(Account.DEV.stackName()));
    }

    @Test
    void anUpdateThatRunsIsAttachedToWithWhatItChanges() {
        account.deploy(Templates.alarm(80));
        Review review = account.deployments.review(account.plan(Templates.alarm(72)));
        account.simulated.executeChangeSet(request -> request.changeSetName(review.changeSetId())
                .clientRequestToken(RequestTokens.execute(review.changeSetName(), "by-hand")));
        account.events.clear();

        assertThat(account.deployments.attach(Account.DEV, account.events::add)).containsInstanceOf(Outcome.Up.class);
        assertThat(((Started) account.events.getFirst()).resources())
                .extracting(PlannedResource::displayName)
                .containsExactly("HighCPUUtilization");
    }

    @Test
    void onlyStacksWithBothTagsAreEnvironments() {
        account.deploy(Templates.alarm(80));
        account.simulated.createStack(request -> request.stackName("somebody-elses")
                .templateBody(Templates.withBucket(80, "elsewhere").replace("aurora-alarms-dev", "elsewhere"))
                .tags(Tag.builder().key("tapdeck:suffix").value("dev").build()));

        assertThat(account.deployments.list())
                .extracting(DeployedEnvironment::stackName)
                .containsExactly(Account.DEV.stackName());
    }
}
