package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Stacks whose rollback is off (user guide, "Choose how to handle failures when provisioning resources"). */
class PausedStackTest {

    private static final String OLD = """
            {"Resources": {
              "First": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "old"}},
              "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": "First",
                         "Properties": {"Type": "String", "Value": "old"}}}}
            """;
    private static final String NEW = OLD.replace("\"old\"", "\"new\"");
    private static final String KEEPING = """
            {"Resources": {
              "Kept": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain"},
              "Let": {"Type": "AWS::SNS::Topic", "DeletionPolicy": "RetainExceptOnCreate"},
              "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": ["Kept", "Let"],
                         "Properties": {"Type": "String", "Value": "1"}}}}
            """;
    private final Cloud cloud = new Cloud();

    @Test
    void aFailedUpdatePausesAsItIs() {
        Stack stack = pausedUpdate();

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.UPDATE_FAILED);
        assertThat(stack.stackStatusReason()).isEqualTo("The following resource(s) failed to update: [Second]. ");
        assertThat(stack.disableRollback()).isTrue();
        assertThat(value("First")).isEqualTo("new");
        assertThat(value("Second")).isEqualTo("old");
    }

    @Test
    void rollingBackAPausedUpdateBringsTheStableStateBack() {
        pausedUpdate();
        cloud.fault();
        rollBack("s");

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(value("First")).isEqualTo("old");
        assertThat(cloud.reason("s", "s", "UPDATE_ROLLBACK_IN_PROGRESS")).isEqualTo("User Initiated");
    }

    @Test
    void aPausedUpdateIsFixedForward() {
        pausedUpdate();
        cloud.fault();
        update(NEW);

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(value("Second")).isEqualTo("new");
    }

    @Test
    void aPausedStackTakesNoUpdateThatWouldRollBack() {
        pausedUpdate();
        String plan = cloud.plan("s", ChangeSetType.UPDATE, NEW);
        String refusal = "This stack is currently in a non-terminal [UPDATE_FAILED] state. To update the stack from"
                + " this state, please use the disable-rollback parameter with update-stack API. To rollback to the last"
                + " known good state, use the rollback-stack API";

        assertThat(Refused.message(() -> cloud.client.executeChangeSet(request -> request.changeSetName(plan))))
                .isEqualTo(refusal);
        assertThat(Refused.message(() -> cloud.client.updateStack(
                        request -> request.stackName("s").templateBody(NEW))))
                .isEqualTo(refusal);
        cloud.fault();
        cloud.client.executeChangeSet(request -> request.changeSetName(plan).disableRollback(true));
        cloud.settle();
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aPausedCreationTakesNoUpdateThatWouldRollBack() {
        pausedCreation(OLD);

        assertThat(Refused.message(() -> cloud.client.updateStack(
                        request -> request.stackName("s").templateBody(OLD))))
                .startsWith("This stack is currently in a non-terminal [CREATE_FAILED] state.");
    }

    @Test
    void aCancelledUpdateOfAPausedCreationDeletesItsResources() {
        pausedCreation(OLD);
        cloud.fault();
        cloud.client.updateStack(
                request -> request.stackName("s").templateBody(OLD).disableRollback(true));
        cloud.client.cancelUpdateStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void afterSeveralPausedUpdatesTheRollbackGoesToTheLastStableState() {
        pausedUpdate();
        update(NEW.replace("\"new\"", "\"newer\""));
        assertThat(value("First")).isEqualTo("newer");
        cloud.fault();
        rollBack("s");

        assertThat(value("First")).isEqualTo("old");
    }

    @Test
    void aRollbackOfAPausedUpdateCanGetStuckToo() {
        pausedUpdate();
        cloud.fault("resource:First/rollback#1=fail");
        rollBack("s");
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);

        cloud.client.continueUpdateRollback(request -> request.stackName("s"));
        cloud.settle();
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void withoutRollbackNothingIsReplaced() {
        String topic = """
                {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "%s"}}}}
                """;
        cloud.deploy("s", ChangeSetType.CREATE, topic.formatted("old"));
        update(topic.formatted("new"));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_FAILED);
        assertThat(cloud.reason("s", "T", "UPDATE_FAILED"))
                .isEqualTo("Replacement type updates not supported on stack with disable-rollback.");
    }

    @Test
    void aFailedCreationWithoutStableStateLosesItsResources() {
        pausedCreation(OLD);
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_FAILED);
        rollBack("s");

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void aFailedCreationIsFixedForward() {
        pausedCreation(OLD);
        cloud.fault();
        update(OLD);

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(value("Second")).isEqualTo("old");
        assertThat(cloud.world.all()).hasSize(2);
    }

    @Test
    void aRollbackOfACreationThatCannotDeleteFails() {
        cloud.fault("resource:Second=fail", "resource:First/delete#1=fail:Busy.");
        cloud.deploy("s", ChangeSetType.CREATE, OLD);
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.ROLLBACK_FAILED);
        assertThat(cloud.stack("s").stackStatusReason())
                .isEqualTo("The following resource(s) failed to delete: [First]. ");

        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.UPDATE, OLD)))
                .endsWith(" is in ROLLBACK_FAILED state and can not be updated.");
        String id = cloud.stack("s").stackId();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();
        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aRollbackKeepsNewResourcesWhosePolicySaysSo() {
        pausedCreation(KEEPING);
        rollBack("s");

        assertThat(cloud.story("s")).contains("Kept DELETE_SKIPPED", "Let DELETE_COMPLETE");
        assertThat(cloud.world.all()).extracting("logicalId").containsExactly("Kept");
    }

    @Test
    void retainExceptOnCreateDeletesEvenThose() {
        pausedCreation(KEEPING);
        cloud.client.rollbackStack(request -> request.stackName("s").retainExceptOnCreate(true));
        cloud.settle();

        assertThat(cloud.world.all()).isEmpty();
        assertThat(cloud.stack("s").retainExceptOnCreate()).isTrue();
    }

    @Test
    void aStackThatIsNotPausedIsNotRolledBack() {
        String id = cloud.deploy("s", ChangeSetType.CREATE, OLD).stackId();

        assertThat(Refused.message(() -> rollBack("s")))
                .isEqualTo("Stack:" + id + " is in CREATE_COMPLETE state and can not be rolled back.");
    }

    @Test
    void aPausedUpdateIsNotContinuedButRolledBack() {
        pausedUpdate();

        assertThat(Refused.message(() -> cloud.client.continueUpdateRollback(request -> request.stackName("s"))))
                .endsWith(" is in UPDATE_FAILED state and can not continue to update rollback.");
    }

    @Test
    void anUpdateThatOnlyCleansUpIsNotCancelled() {
        cloud.deploy("s", ChangeSetType.CREATE, KEEPING.replace("\"Retain\"", "\"Delete\""));
        cloud.fault("resource:Kept/delete=slow:500");
        cloud.client.updateStack(request -> request.stackName("s").templateBody("""
                {"Resources": {"Let": {"Type": "AWS::SNS::Topic"}}}
                """));
        cloud.pass(Duration.ofMinutes(5));
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS);

        assertThat(Refused.message(() -> cloud.client.cancelUpdateStack(request -> request.stackName("s"))))
                .isEqualTo("CancelUpdateStack cannot be called from current stack status");
    }

    @Test
    void onlyARunningUpdateIsCancelled() {
        cloud.deploy("s", ChangeSetType.CREATE, OLD);

        assertThat(Refused.message(() -> cloud.client.cancelUpdateStack(request -> request.stackName("s"))))
                .isEqualTo("CancelUpdateStack cannot be called from current stack status");
    }

    private Stack pausedUpdate() {
        cloud.deploy("s", ChangeSetType.CREATE, OLD);
        cloud.fault("resource:Second/update=fail:No.");
        update(NEW);
        return cloud.stack("s");
    }

    private void update(String template) {
        String plan = cloud.plan("s", ChangeSetType.UPDATE, template);
        cloud.client.executeChangeSet(request -> request.changeSetName(plan).disableRollback(true));
        cloud.settle();
    }

    private void pausedCreation(String template) {
        cloud.fault("resource:Second=fail:No.");
        cloud.client.createStack(
                request -> request.stackName("s").templateBody(template).disableRollback(true));
        cloud.settle();
    }

    private void rollBack(String stack) {
        cloud.client.rollbackStack(request -> request.stackName(stack));
        cloud.settle();
    }

    private String value(String logicalId) {
        return cloud.world.ofType("AWS::SSM::Parameter").stream()
                .filter(parameter -> parameter.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .property("/Value", "");
    }
}
