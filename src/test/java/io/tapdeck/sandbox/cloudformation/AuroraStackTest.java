package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.world.LiveResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The stack that Tapdeck is made for, from change set to CREATE_COMPLETE and away again. */
class AuroraStackTest {

    private static final String STACK = "tapdeck-aurora-mysql-dev";
    private final Cloud cloud = new Cloud();

    @Test
    void isCreatedByChangeSetWithEveryEventOfEveryResource() {
        Stack stack = create();

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        List<StackEvent> events = cloud.events(STACK);
        assertThat(events.stream().filter(event -> "CREATE_COMPLETE".equals(event.resourceStatusAsString())))
                .hasSize(37 + 1);
        assertThat(new HashSet<>(events.stream().map(StackEvent::eventId).toList()))
                .hasSameSizeAs(events);
        assertThat(events).isSortedAccordingTo((one, other) -> one.timestamp().compareTo(other.timestamp()));
    }

    @Test
    void takesThirteenMinutesOfSimulatedTime() {
        create();

        List<StackEvent> events = cloud.events(STACK);
        Duration whole =
                Duration.between(events.get(1).timestamp(), events.getLast().timestamp());
        assertThat(whole).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(15));
    }

    @Test
    void showsItsOutputs() {
        Stack stack = create();

        assertThat(stack.outputs()).extracting(output -> output.outputKey()).contains("ClusterEndpoint", "SecretArn");
        assertThat(stack.outputs())
                .filteredOn(output -> "ClusterEndpoint".equals(output.outputKey()))
                .allSatisfy(output -> assertThat(output.outputValue())
                        .endsWith(".us-east-1.rds.amazonaws.com:3306")
                        .startsWith("tapdeck-aurora-mysql-dev-auroracluster"));
    }

    @Test
    void putsWhatItMadeIntoTheWorld() {
        create();

        assertThat(cloud.world.ofType("AWS::RDS::DBInstance")).hasSize(2);
        LiveResource cluster = cloud.world.ofType("AWS::RDS::DBCluster").getFirst();
        assertThat(cluster.property("/ServerlessV2ScalingConfiguration/MaxCapacity", ""))
                .isEqualTo("2");
        assertThat(cloud.world.ofType("AWS::CloudWatch::Alarm"))
                .hasSize(4)
                .allSatisfy(alarm ->
                        assertThat(alarm.property("/Dimensions/0/Value", "")).isEqualTo(cluster.physicalId()));
    }

    @Test
    void isDeletedToTheLastResource() {
        Stack stack = create();

        cloud.client.deleteStack(request -> request.stackName(STACK));
        cloud.settle();

        assertThat(cloud.stack(stack.stackId()).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.all()).isEmpty();
    }

    @Test
    void neverShowsTheSecretItself() {
        create();

        assertThat(cloud.events(STACK))
                .filteredOn(event -> "AWS::RDS::DBCluster".equals(event.resourceType()))
                .allSatisfy(event -> assertThat(event.resourceProperties()).contains("{{resolve:secretsmanager:"));
    }

    private Stack create() {
        return cloud.deploy(STACK, ChangeSetType.CREATE, template());
    }

    private static String template() {
        try (InputStream in = AuroraStackTest.class.getResourceAsStream("/templates/aurora-mysql-dev.template.json")) {
            if (in == null) {
                throw new IllegalStateException("the blueprint's template is absent");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
