package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.faults.ResourceFault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What a failure does to a stack, and in which words. */
class StackFailureTest {

    private static final String THREE = """
            {"Resources": {
              "First": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "1"}},
              "Broken": {"Type": "AWS::SNS::Topic", "DependsOn": "First"},
              "Sibling": {"Type": "AWS::SQS::Queue", "DependsOn": "First"},
              "After": {"Type": "AWS::SSM::Parameter", "DependsOn": "Broken",
                        "Properties": {"Type": "String", "Value": "2"}}}}
            """;

    private boolean broken = true;
    private final Cloud cloud =
            new Cloud((logicalId, type, work) -> broken && work.goesForward() && logicalId.equals("Broken")
                    ? Optional.of(ResourceFault.fail("No more topics."))
                    : Optional.empty());

    @Test
    void aFailedCreationRollsBackWhatWasMade() {
        Stack stack = cloud.deploy("s", ChangeSetType.CREATE, THREE);

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.deletionTime()).isNotNull();
        assertThat(cloud.world.all()).isEmpty();
        assertThat(cloud.story("s"))
                .containsSubsequence(
                        "Broken CREATE_FAILED",
                        "Sibling CREATE_FAILED",
                        "s ROLLBACK_IN_PROGRESS",
                        "Sibling DELETE_COMPLETE",
                        "First DELETE_COMPLETE",
                        "s ROLLBACK_COMPLETE")
                .doesNotContain("After CREATE_IN_PROGRESS");
    }

    @Test
    void theSiblingsOfAFailureAreCancelledInAwsWords() {
        cloud.deploy("s", ChangeSetType.CREATE, THREE);

        assertThat(reason("Broken", "CREATE_FAILED")).isEqualTo("No more topics.");
        assertThat(reason("Sibling", "CREATE_FAILED")).isEqualTo("Resource creation cancelled");
        assertThat(reason("s", "ROLLBACK_IN_PROGRESS"))
                .isEqualTo("The following resource(s) failed to create: [Broken]. Rollback requested by user.");
    }

    @Test
    void aFailedCreationCanBeLeftAsItIs() {
        create(OnStackFailure.DO_NOTHING);

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(cloud.world.ofType("AWS::SSM::Parameter")).hasSize(1);
    }

    @Test
    void aFailedCreationCanBeDeleted() {
        String id = create(OnStackFailure.DELETE);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aStackThatRolledBackCanOnlyBeDeleted() {
        cloud.deploy("s", ChangeSetType.CREATE, THREE);

        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.UPDATE, THREE)))
                .endsWith(" is in ROLLBACK_COMPLETE state and can not be updated.");
        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.CREATE, THREE)))
                .isEqualTo("Stack [s] already exists and cannot be created again with the changeSet [plan].");
    }

    @Test
    void aFailedUpdateBringsEverythingBack() {
        broken = false;
        cloud.deploy("s", ChangeSetType.CREATE, THREE);
        String topic = cloud.world.ofType("AWS::SNS::Topic").getFirst().physicalId();
        broken = true;
        Stack stack = cloud.deploy(
                "s",
                ChangeSetType.UPDATE,
                THREE.replace("\"Value\": \"1\"", "\"Value\": \"changed\"")
                        .replace("Topic\",", "Topic\", \"Properties\": {\"DisplayName\": \"x\"},")
                        .replace("\"Sibling\"", "\"Another\""));

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.world.ofType("AWS::SSM::Parameter"))
                .extracting(parameter -> parameter.property("/Value", ""))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(cloud.world.ofType("AWS::SNS::Topic"))
                .singleElement()
                .satisfies(one -> assertThat(one.physicalId()).isEqualTo(topic));
        assertThat(cloud.world.ofType("AWS::SQS::Queue"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.logicalId()).isEqualTo("Sibling"));
        assertThat(cloud.story("s"))
                .containsSubsequence(
                        "Broken UPDATE_FAILED",
                        "s UPDATE_ROLLBACK_IN_PROGRESS",
                        "First UPDATE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Another DELETE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE");
        assertThat(reason("s", "UPDATE_ROLLBACK_IN_PROGRESS"))
                .isEqualTo("The following resource(s) failed to update: [Broken]. ");
    }

    @Test
    void anUpdateThatIsCancelledTurnsBack() {
        broken = false;
        cloud.deploy("s", ChangeSetType.CREATE, THREE);
        String id = cloud.plan("s", ChangeSetType.UPDATE, THREE.replace("\"Value\": \"1\"", "\"Value\": \"changed\""));
        cloud.client.executeChangeSet(request -> request.changeSetName(id));
        cloud.pass(Duration.ofSeconds(3));
        cloud.client.cancelUpdateStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.world.ofType("AWS::SSM::Parameter"))
                .extracting(parameter -> parameter.property("/Value", ""))
                .contains("1");
    }

    @Test
    void aNameThatAnotherStackHoldsFailsTheSecondStack() {
        String template = """
                {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "alarms"}}}}
                """;
        String first = cloud.deploy("one", ChangeSetType.CREATE, template).stackId();
        cloud.client.createStack(request -> request.stackName("two").templateBody(template));
        cloud.settle();

        assertThat(cloud.events("two"))
                .filteredOn(event -> "CREATE_FAILED".equals(event.resourceStatusAsString()))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.resourceStatusReason()).isEqualTo("alarms already exists in stack " + first));
        assertThat(cloud.world.ofType("AWS::SNS::Topic")).hasSize(1);
    }

    private String create(OnStackFailure onFailure) {
        var created = cloud.client.createChangeSet(request -> request.stackName("s")
                .changeSetName("plan")
                .changeSetType(ChangeSetType.CREATE)
                .onStackFailure(onFailure)
                .templateBody(THREE));
        cloud.pass(Duration.ofSeconds(5));
        cloud.client.executeChangeSet(request -> request.changeSetName(created.id()));
        cloud.settle();
        return created.stackId();
    }

    private String reason(String logicalId, String status) {
        return cloud.events("s").stream()
                .filter(event -> event.logicalResourceId().equals(logicalId)
                        && event.resourceStatusAsString().equals(status))
                .map(StackEvent::resourceStatusReason)
                .findFirst()
                .orElseThrow();
    }
}
