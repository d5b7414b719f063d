package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The seeds of the backup system: one as it is, the other with its names mended. */
class BackupStackTest {

    private static final String STACK = "tapdeck-backup-system-dev";
    private static final String THIRD_BETWEEN_HYPHENS =
            "{\"Fn::Select\":[2,{\"Fn::Split\":[\"-\",{\"Ref\":\"AWS::StackId\"}]}]}";
    private static final String LAST_AFTER_SLASHES =
            "{\"Fn::Select\":[2,{\"Fn::Split\":[\"/\",{\"Ref\":\"AWS::StackId\"}]}]}";

    private final Cloud cloud = new Cloud();

    @Test
    void thePlainSeedIsCreatedAndDeleted() {
        Stack stack = cloud.deploy(STACK, ChangeSetType.CREATE, plain().toString());

        assertThat(cloud.failures(STACK)).isEmpty();
        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(duration()).isBetween(Duration.ofSeconds(60), Duration.ofMinutes(4));

        cloud.client.deleteStack(request -> request.stackName(STACK));
        cloud.settle();
        assertThat(cloud.stack(stack.stackId()).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void itsOutputsAreWhatRefAndGetAttGive() {
        Map<String, String> outputs = outputs(cloud.deploy(STACK, ChangeSetType.CREATE, plain().toString()));

        assertThat(outputs)
                .containsEntry("BackupBucketName", "backup-primary-dev-111111111111-us-east-1")
                .containsEntry(
                        "DashboardURL",
                        "https://console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards:name=BackupSystemMonitoring-dev");
        assertThat(outputs.get("BackupQueueUrl"))
                .matches("https://sqs\\.us-east-1\\.amazonaws\\.com/111111111111/" + STACK + "-BackupQueue[\\w-]+");
        assertThat(outputs.get("MetadataTableName")).matches(STACK + "-BackupMetadataTable[\\w-]+");
        assertThat(outputs.get("NotificationTopicArn"))
                .matches("arn:aws:sns:us-east-1:111111111111:" + STACK + "-[\\w-]+");
    }

    @Test
    void theDeadLetterQueueIsFoundThroughTheRedrivePolicy() {
        cloud.deploy(STACK, ChangeSetType.CREATE, plain().toString());

        assertThat(cloud.world.ofType("AWS::SQS::Queue"))
                .filteredOn(queue -> queue.properties().has("RedrivePolicy"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.property("/RedrivePolicy/deadLetterTargetArn", ""))
                        .isEqualTo(cloud.world
                                .ofType("AWS::SQS::Queue")
                                .getFirst()
                                .attributes()
                                .path("Arn")
                                .asText()));
    }

    /** Defect 1: what stands between the second and the third hyphen of a stack id holds colons and slashes. */
    @Test
    void theNamedSeedFailsOnItsNames() {
        Stack stack = cloud.deploy(
                STACK, ChangeSetType.CREATE, Golden.template("backup-named").toString());

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        List<StackEvent> refused = cloud.events(STACK).stream()
                .filter(event -> "CREATE_FAILED".equals(event.resourceStatusAsString()))
                .filter(event -> event.resourceStatusReason().startsWith("Resource handler returned message"))
                .toList();
        assertThat(refused).isNotEmpty().allSatisfy(event -> {
            assertThat(event.physicalResourceId()).isEmpty();
            assertThat(event.resourceStatusReason()).contains("Status Code: 400", "HandlerErrorCode: InvalidRequest");
        });
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void theNamedSeedWithTheIdAfterTheLastSlashIsCreated() {
        Stack stack = cloud.deploy(STACK, ChangeSetType.CREATE, named());

        assertThat(cloud.failures(STACK)).isEmpty();
        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        String id = stack.stackId().substring(stack.stackId().lastIndexOf('/') + 1);
        assertThat(outputs(stack)).containsEntry("MetadataTableName", "TapStackdev-BackupMetadataTable-" + id);
    }

    @Test
    void aChangedTimeoutStaysInPlaceAndAChangedKeySchemaReplaces() {
        cloud.deploy(STACK, ChangeSetType.CREATE, plain().toString());
        ObjectNode changed = plain();
        ((ObjectNode) changed.at("/Resources/BackupQueuedev55776F61/Properties")).put("VisibilityTimeout", 600);
        ((ObjectNode) changed.at("/Resources/DeduplicationTabledev04417719/Properties/KeySchema/0"))
                .put("AttributeName", "digest");
        String id = cloud.plan(STACK, ChangeSetType.UPDATE, changed.toString());

        assertThat(cloud.client
                        .describeChangeSet(request -> request.changeSetName(id))
                        .changes())
                .extracting(change -> change.resourceChange().logicalResourceId() + " "
                        + change.resourceChange().replacementAsString())
                .containsExactly(
                        "BackupQueuedev55776F61 " + Replacement.FALSE,
                        "DeduplicationTabledev04417719 " + Replacement.CONDITIONAL);
        cloud.client.executeChangeSet(request -> request.changeSetName(id));
        cloud.settle();
        assertThat(cloud.stack(STACK).stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(cloud.story(STACK))
                .contains("BackupQueuedev55776F61 UPDATE_COMPLETE", "DeduplicationTabledev04417719 DELETE_COMPLETE");
    }

    private Duration duration() {
        List<StackEvent> events = cloud.events(STACK);
        return Duration.between(events.get(1).timestamp(), events.getLast().timestamp());
    }

    private static Map<String, String> outputs(Stack stack) {
        return stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    private static ObjectNode plain() {
        return Golden.template("backup-plain");
    }

    private static String named() {
        return Golden.template("backup-named").toString().replace(THIRD_BETWEEN_HYPHENS, LAST_AFTER_SLASHES);
    }
}
