package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A deletion that fails, and the ways out (API reference, "DeleteStack"). */
class DeleteFailedTest {

    private static final String TWO = """
            {"Resources": {
              "Base": {"Type": "AWS::SNS::Topic"},
              "Held": {"Type": "AWS::SQS::Queue", "DependsOn": "Base"}}}
            """;
    private final Cloud cloud = new Cloud();
    private final String id = cloud.deploy("s", ChangeSetType.CREATE, TWO).stackId();

    @Test
    void aFailureLeavesWhatTheResourceNeeds() {
        failToDelete();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(cloud.stack("s").stackStatusReason())
                .isEqualTo("The following resource(s) failed to delete: [Held]. ");
        assertThat(cloud.reason("s", "Held", "DELETE_FAILED")).isEqualTo("Held by someone.");
        assertThat(cloud.world.ofType("AWS::SNS::Topic")).hasSize(1);
    }

    @Test
    void deletingAgainTriesWhatIsLeft() {
        failToDelete();
        cloud.fault();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void whatIsRetainedStaysBehind() {
        failToDelete();
        cloud.client.deleteStack(request -> request.stackName("s").retainResources("Held"));
        cloud.settle();

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.story(id)).contains("Held DELETE_SKIPPED", "Base DELETE_COMPLETE");
        assertThat(cloud.world.all()).extracting("logicalId").containsExactly("Held");
    }

    @Test
    void retainingIsForFailedDeletionsOnly() {
        assertThat(Refused.message(() -> cloud.client.deleteStack(
                        request -> request.stackName("s").retainResources("Held"))))
                .isEqualTo(
                        "Invalid operation on stack [" + id + "]. When you delete a stack, specify which resources to"
                                + " retain only when the stack is in the DELETE_FAILED state.");
    }

    @Test
    void whatIsGoneCannotBeRetained() {
        cloud.fault("resource:Base/delete=fail");
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(Refused.message(() -> cloud.client.deleteStack(
                        request -> request.stackName("s").retainResources("Held"))))
                .isEqualTo("The specified resources to retain must be in a valid state. Do not specify resources that"
                        + " are in the DELETE_COMPLETE state.");
    }

    @Test
    void forceSkipsWhatStillCannotBeDeleted() {
        failToDelete();
        cloud.client.deleteStack(request -> request.stackName("s").deletionMode(DeletionMode.FORCE_DELETE_STACK));
        cloud.settle();

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.stack(id).deletionMode()).isEqualTo(DeletionMode.FORCE_DELETE_STACK);
        assertThat(cloud.reason(id, "Held", "DELETE_SKIPPED")).isEqualTo("Held by someone.");
        assertThat(cloud.story(id)).contains("Base DELETE_COMPLETE");
        assertThat(cloud.world.all()).extracting("logicalId").containsExactly("Held");
    }

    @Test
    void forceDeletesWhatCanBeDeletedByNow() {
        failToDelete();
        cloud.fault();
        cloud.client.deleteStack(request -> request.stackName("s").deletionMode(DeletionMode.FORCE_DELETE_STACK));
        cloud.settle();

        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void forceIsForFailedDeletionsOnly() {
        assertThat(Refused.message(() -> cloud.client.deleteStack(
                        request -> request.stackName("s").deletionMode(DeletionMode.FORCE_DELETE_STACK))))
                .isEqualTo(
                        "FORCE_DELETE_STACK cannot be executed on the stack which is not in DELETE_FAILED" + " state");
    }

    private void failToDelete() {
        cloud.fault("resource:Held/delete=fail:Held by someone.");
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();
    }
}
