package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Alarms that roll an operation back (user guide, "Roll back your CloudFormation stack on alarm breach"). */
class RollbackTriggerTest {

    private static final String PARAMETER = """
            {"Resources": {"P": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "%s"}}}}
            """;
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:111111111111:alarm:";
    private final Cloud cloud = new Cloud();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(cloud, cloud.world, "111111111111", "us-east-1");

    @BeforeEach
    void aStackAndAnAlarm() {
        cloud.deploy("s", ChangeSetType.CREATE, PARAMETER.formatted("old"));
        cloudWatch.putMetricAlarm(request -> request.alarmName("errors")
                .namespace("N")
                .metricName("M")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .treatMissingData("ignore")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    }

    @Test
    void aQuietAlarmLetsTheUpdateThrough() {
        update("new", watching(0));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void duringTheWatchTheStackStaysInProgressWithEverythingComplete() {
        update("new", watching(10));
        cloud.pass(Duration.ofMinutes(9));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_IN_PROGRESS);
        assertThat(cloud.story("s")).endsWith("P UPDATE_COMPLETE");

        cloud.pass(Duration.ofMinutes(3));
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aCompositeAlarmDuringTheWatchRollsBack() {
        cloudWatch.putCompositeAlarm(request -> request.alarmName("any").alarmRule("ALARM(errors)"));
        update(
                "new",
                RollbackConfiguration.builder()
                        .rollbackTriggers(RollbackTrigger.builder()
                                .arn(ARN + "any")
                                .type("AWS::CloudWatch::CompositeAlarm")
                                .build())
                        .monitoringTimeInMinutes(60)
                        .build());
        cloud.pass(Duration.ofMinutes(5));
        cloud.client.advance();
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_IN_PROGRESS);
        cloudWatch.setAlarmState(request ->
                request.alarmName("errors").stateValue(StateValue.ALARM).stateReason("by hand"));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void anAlarmDuringTheWatchRollsBack() {
        update("new", watching(60));
        cloud.pass(Duration.ofMinutes(5));
        cloud.client.advance();
        ring();
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.reason("s", "s", "UPDATE_ROLLBACK_IN_PROGRESS")).contains(ARN + "errors");
        assertThat(cloud.world.ofType("AWS::SSM::Parameter").getFirst().property("/Value", ""))
                .isEqualTo("old");
    }

    @Test
    void anAlarmThatRingsAlreadyRollsBackAtOnce() {
        ring();
        update("new", watching(0));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.story("s")).doesNotContain("s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    }

    @Test
    void aMissingAlarmRollsBack() {
        update("new", triggers(0, "nothing"));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void aCreationIsWatchedToo() {
        cloud.client.createStack(request -> request.stackName("new")
                .templateBody(PARAMETER.formatted("x"))
                .rollbackConfiguration(triggers(0, "nothing")));
        cloud.settle();

        assertThat(cloud.stack("new").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
    }

    @Test
    void anUpdateIsCancelledDuringTheWatchToo() {
        update("new", watching(60));
        cloud.pass(Duration.ofMinutes(5));
        cloud.client.cancelUpdateStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void savedTriggersHoldForLaterUpdates() {
        update("new", watching(0));
        cloud.settle();
        assertThat(saved()).containsExactly(ARN + "errors");
        ring();
        update("newer", null);
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void aListTakesThePlaceOfTheSavedOneAndAnEmptyListClearsIt() {
        update("1", watching(5));
        cloud.settle();
        update(
                "2",
                RollbackConfiguration.builder()
                        .rollbackTriggers(Collections.emptyList())
                        .build());
        cloud.settle();

        assertThat(saved()).isEmpty();
        assertThat(cloud.stack("s").rollbackConfiguration().monitoringTimeInMinutes())
                .isEqualTo(5);
    }

    @Test
    void aChangeSetShowsItsTriggers() {
        String id = cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("c")
                        .templateBody(PARAMETER.formatted("new"))
                        .rollbackConfiguration(watching(7)))
                .id();
        cloud.pass(Duration.ofSeconds(5));

        assertThat(cloud.client
                        .describeChangeSet(request -> request.changeSetName(id))
                        .rollbackConfiguration()
                        .monitoringTimeInMinutes())
                .isEqualTo(7);
    }

    @Test
    void fiveTriggersAndThreeHoursAreTheMost() {
        assertThat(Refused.message(() -> update("new", triggers(0, "1", "2", "3", "4", "5", "6"))))
                .endsWith("Member must have length less than or equal to 5");
        assertThat(Refused.message(() -> update("new", watching(181))))
                .endsWith("Member must have value less than or equal to 180");
        assertThat(Refused.message(() -> update("new", watching(-1))))
                .endsWith("Member must have value greater than or equal to 0");
    }

    private void ring() {
        cloudWatch.setAlarmState(request ->
                request.alarmName("errors").stateValue(StateValue.ALARM).stateReason("test"));
    }

    private void update(String value, @Nullable RollbackConfiguration configuration) {
        Consumer<UpdateStackRequest.Builder> request = builder ->
                builder.stackName("s").templateBody(PARAMETER.formatted(value)).rollbackConfiguration(configuration);
        cloud.client.updateStack(request);
    }

    private static RollbackConfiguration watching(int minutes) {
        return triggers(minutes, "errors");
    }

    private static RollbackConfiguration triggers(int minutes, String... alarms) {
        return RollbackConfiguration.builder()
                .monitoringTimeInMinutes(minutes)
                .rollbackTriggers(List.of(alarms).stream()
                        .map(name -> RollbackTrigger.builder()
                                .arn(ARN + name)
                                .type("AWS::CloudWatch::Alarm")
                                .build())
                        .toList())
                .build();
    }

    private List<String> saved() {
        return cloud.stack("s").rollbackConfiguration().rollbackTriggers().stream()
                .map(RollbackTrigger::arn)
                .toList();
    }
}
