package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A rollback that fails, and what brings the stack out of it (user guide, "Continue rolling back an update"). */
class UpdateRollbackFailedTest {

    private static final String OLD = """
            {"Resources": {
              "First": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "old"}},
              "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": "First",
                         "Properties": {"Type": "String", "Value": "old"}},
              "Last": {"Type": "AWS::SSM::Parameter", "DependsOn": "Second",
                       "Properties": {"Type": "String", "Value": "old"}}}}
            """;
    private static final String NEW = OLD.replace("\"old\"", "\"new\"")
            .replace("{\"Resources\": {", "{\"Resources\": {\"Added\": {\"Type\": \"AWS::SQS::Queue\"},")
            .replace("\"DependsOn\": \"Second\"", "\"DependsOn\": [\"Second\", \"Added\"]");
    private static final String[] STUCK = {"resource:Last/update=fail:No.", "resource:Second/rollback=fail:Stays new."};

    private final Cloud cloud = new Cloud();

    @BeforeEach
    void failsToRollBack() {
        cloud.deploy("s", ChangeSetType.CREATE, OLD);
        cloud.fault(STUCK);
        cloud.deploy("s", ChangeSetType.UPDATE, NEW);
    }

    @Test
    void aRestoreThatFailsLeavesTheStackStuck() {
        Stack stack = cloud.stack("s");

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThat(stack.stackStatusReason()).isEqualTo("The following resource(s) failed to update: [Second]. ");
        assertThat(cloud.reason("s", "Second", "UPDATE_FAILED")).isEqualTo("Stays new.");
        assertThat(values()).containsExactly("old", "new", "old");
        assertThat(cloud.world.ofType("AWS::SQS::Queue")).hasSize(1);
    }

    @Test
    void aStuckStackTakesNoUpdate() {
        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.UPDATE, OLD)))
                .endsWith(" is in UPDATE_ROLLBACK_FAILED state and can not be updated.");
    }

    @Test
    void continuingFailsAgainWhileTheCauseIsThere() {
        continueRollback();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
    }

    @Test
    void continuingCompletesTheRollbackOnceTheCauseIsMended() {
        cloud.fault();
        continueRollback();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(values()).containsOnly("old");
        assertThat(cloud.world.ofType("AWS::SQS::Queue")).isEmpty();
        assertThat(cloud.reason("s", "s", "UPDATE_ROLLBACK_IN_PROGRESS")).isEqualTo("User Initiated");
        assertThat(cloud.story("s"))
                .endsWith(
                        "s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Added DELETE_IN_PROGRESS",
                        "Added DELETE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aSkippedResourceCountsAsRolledBackAndStaysAsItIs() {
        continueRollback("Second");

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.client
                        .listStackResources(request -> request.stackName("s"))
                        .stackResourceSummaries())
                .filteredOn(resource -> resource.logicalResourceId().equals("Second"))
                .singleElement()
                .satisfies(resource -> assertThat(resource.resourceStatus()).isEqualTo(ResourceStatus.UPDATE_COMPLETE));
        assertThat(values()).containsExactly("old", "new", "old");
    }

    @Test
    void onlyWhatFailedInTheRollbackCanBeSkipped() {
        assertThat(Refused.message(() -> continueRollback("Last"))).endsWith("cannot be skipped: [Last]");
        assertThat(Refused.message(() -> continueRollback("First"))).endsWith("cannot be skipped: [First]");
        assertThat(Refused.message(() -> continueRollback("Nested.Second"))).endsWith("do not exist: [Nested.Second]");
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
    }

    @Test
    void whatTheFirstFailureCancelsCannotBeSkipped() {
        String siblings = OLD.replace(", \"DependsOn\": \"First\"", "").replace(", \"DependsOn\": \"Second\"", "");
        cloud.fault();
        cloud.deploy("t", ChangeSetType.CREATE, siblings);
        cloud.fault("resource:First/update=fail", "resource:First/rollback=fail:No.", "resource:Second=slow:5");
        cloud.deploy("t", ChangeSetType.UPDATE, siblings.replace("\"old\"", "\"new\""));

        assertThat(cloud.reason("t", "Second", "UPDATE_FAILED")).isEqualTo("Resource update cancelled");
        assertThat(cloud.story("t"))
                .as("cut short by the failure of the update, and again by that of the rollback")
                .filteredOn("Second UPDATE_FAILED"::equals)
                .hasSize(2);
        assertThat(Refused.message(() -> cloud.client.continueUpdateRollback(
                        request -> request.stackName("t").resourcesToSkip("Second"))))
                .endsWith("cannot be skipped: [Second]");
    }

    @Test
    void aStackThatIsNotStuckIsNotContinued() {
        cloud.fault();
        continueRollback();

        assertThat(Refused.message(this::continueRollback))
                .isEqualTo("Stack " + cloud.stack("s").stackId()
                        + " is in UPDATE_ROLLBACK_COMPLETE state and can not continue to update rollback.");
    }

    @Test
    void anUpdateIsPossibleAfterwards() {
        cloud.fault();
        continueRollback();
        cloud.deploy("s", ChangeSetType.UPDATE, NEW);

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(values()).containsOnly("new");
    }

    @Test
    void aStuckStackCanBeDeleted() {
        String id = cloud.stack("s").stackId();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void whatTheCleanupCannotDeleteStaysBehind() {
        cloud.fault("resource:Added/delete=fail:Still in use.");
        continueRollback();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.stack("s").stackStatusReason())
                .isEqualTo("Update successful. One or more resources could not be deleted.");
        assertThat(cloud.world.ofType("AWS::SQS::Queue")).hasSize(1);
    }

    private void continueRollback(String... skipped) {
        cloud.client.continueUpdateRollback(request -> request.stackName("s").resourcesToSkip(skipped));
        cloud.settle();
    }

    private List<String> values() {
        return List.of("First", "Second", "Last").stream()
                .map(id -> cloud.world.ofType("AWS::SSM::Parameter").stream()
                        .filter(parameter -> parameter.logicalId().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .property("/Value", ""))
                .toList();
    }
}
