package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.world.BucketObjects.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.OperationType;

/** Events by operation, and what validation finds before a deployment (API reference, "DescribeEvents"). */
class OperationEventsTest {

    private static final String TOPIC = """
            {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "alarms", "%s": "x"}}}}
            """;
    private static final String BUCKET = """
            {"Resources": {"Q": {"Type": "AWS::SQS::Queue"}%s}}
            """;
    private final Cloud cloud = new Cloud();

    @Test
    void everyOperationHasItsOwnEvents() {
        cloud.deploy("s", ChangeSetType.CREATE, TOPIC.formatted("DisplayName"));
        cloud.client.deleteStack(request -> request.stackName("s"));
        List<OperationEvent> all = events();
        String last = all.getFirst().operationId();

        assertThat(all).extracting(OperationEvent::operationType).contains(OperationType.CREATE_STACK);
        assertThat(cloud.client
                        .describeEvents(request -> request.operationId(last))
                        .operationEvents())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.operationType()).isEqualTo(OperationType.DELETE_STACK));
    }

    @Test
    void aFailedResourceIsAProvisioningErrorAndTheFilterFindsIt() {
        cloud.fault("resource:T=fail:No.");
        cloud.deploy("s", ChangeSetType.CREATE, TOPIC.formatted("DisplayName"));

        assertThat(cloud.client
                        .describeEvents(request -> request.stackName("s").filters(filter -> filter.failedEvents(true)))
                        .operationEvents())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.eventType()).isEqualTo(EventType.PROVISIONING_ERROR);
                    assertThat(event.resourceStatusReason()).isEqualTo("No.");
                });
    }

    @Test
    void anUnknownPropertyFailsTheChangeSet() {
        String id = cloud.plan("s", ChangeSetType.CREATE, TOPIC.formatted("Nonsense"));

        assertThat(describe(id).status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(describe(id).statusReason())
                .startsWith("The following validation(s) failed: [PROPERTY_VALIDATION].");
        assertThat(validation(id)).singleElement().satisfies(event -> {
            assertThat(event.eventType()).isEqualTo(EventType.VALIDATION_ERROR);
            assertThat(event.validationFailureMode()).isEqualTo(HookFailureMode.FAIL);
            assertThat(event.validationStatusReason()).isEqualTo("Unsupported property: Nonsense");
            assertThat(event.validationPath()).isEqualTo("/Resources/T/Properties/Nonsense");
            assertThat(event.operationType()).isEqualTo(OperationType.CREATE_CHANGESET);
        });
    }

    @Test
    void aBucketThatGoesAndIsNotEmptyOnlyWarns() {
        String bucket = ", \"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": \"data\"}}";
        cloud.deploy("s", ChangeSetType.CREATE, BUCKET.formatted(bucket));
        cloud.world.account().objects().put("data", new Version("k", "null", 1, false, cloud.instant()));
        String id = cloud.plan("s", ChangeSetType.UPDATE, BUCKET.formatted(""));

        assertThat(describe(id).status()).isEqualTo(ChangeSetStatus.CREATE_COMPLETE);
        assertThat(validation(id)).singleElement().satisfies(event -> {
            assertThat(event.validationFailureMode()).isEqualTo(HookFailureMode.WARN);
            assertThat(event.validationName()).isEqualTo("BUCKET_EMPTINESS_VALIDATION");
            assertThat(cloud.client
                            .describeEvents(request -> request.operationId(event.operationId()))
                            .operationEvents())
                    .hasSize(1);
        });
    }

    private List<OperationEvent> events() {
        return cloud.client.describeEvents(request -> request.stackName("s")).operationEvents();
    }

    private List<OperationEvent> validation(String changeSet) {
        return cloud.client
                .describeEvents(request -> request.changeSetName(changeSet))
                .operationEvents();
    }

    private DescribeChangeSetResponse describe(String changeSet) {
        return cloud.client.describeChangeSet(request -> request.changeSetName(changeSet));
    }
}
