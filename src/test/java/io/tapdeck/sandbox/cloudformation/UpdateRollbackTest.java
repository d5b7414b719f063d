package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What a rollback of a failed update brings back. */
class UpdateRollbackTest {

    private static final String TOPIC_BEFORE_PARAMETER = """
            {"Resources": {
              "T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "%1$s"}},
              "P": {"Type": "AWS::SSM::Parameter", "DependsOn": "T",
                    "Properties": {"Type": "String", "Value": "%1$s"}}}}
            """;
    private final Cloud cloud = new Cloud();

    private void failToUpdate() {
        cloud.deploy("s", ChangeSetType.CREATE, TOPIC_BEFORE_PARAMETER.formatted("old"));
        cloud.fault("resource:P/update#1=fail:No.");
        cloud.deploy("s", ChangeSetType.UPDATE, TOPIC_BEFORE_PARAMETER.formatted("new"));
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void theTemplateIsThatOfBefore() {
        failToUpdate();

        assertThat(cloud.client.getTemplate(request -> request.stackName("s")).templateBody())
                .isEqualTo(TOPIC_BEFORE_PARAMETER.formatted("old"));
    }

    @Test
    void whatAReplacementHasMadeIsDeleted() {
        failToUpdate();

        assertThat(cloud.world.ofType("AWS::SNS::Topic"))
                .singleElement()
                .satisfies(topic -> assertThat(topic.physicalId()).endsWith(":old"));
        assertThat(cloud.story("s"))
                .endsWith("T DELETE_IN_PROGRESS", "T DELETE_COMPLETE", "s UPDATE_ROLLBACK_COMPLETE");
    }
}
