package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Which alarms roll an update back. A missing one would fail the whole update, so only those that stay count. */
class RollbackTriggersTest {
    private static final Duration TEN = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private Store store;
    private Account account;
    private final Map<String, StateValue> states = new HashMap<>();

    @BeforeEach
    void open() {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
        account.alarms = (arn, at) -> Optional.ofNullable(states.get(arn.substring(arn.lastIndexOf(':') + 1)))
                .map(StateValue::toString);
        account.cloudWatch = new CloudWatchClient() {
            @Override
            public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
                return DescribeAlarmsResponse.builder()
                        .metricAlarms(request.alarmNames().stream()
                                .filter(states::containsKey)
                                .map(name -> MetricAlarm.builder()
                                        .alarmName(name)
                                        .alarmArn(arn(name))
                                        .stateValue(states.get(name))
                                        .build())
                                .toList())
                        .build();
            }

            @Override
            public String serviceName() {
                return "cloudwatch";
            }

            @Override
            public void close() {}
        };
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** From now on CloudWatch knows these alarms. */
    private void exist(String... names) {
        Stream.of(names).forEach(name -> states.put(name, StateValue.OK));
    }

    private static String arn(String name) {
        return "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + name;
    }

    /** A topic and alarms; each alarm by its logical id, threshold and, after a colon, its name. */
    private static String template(String topic, String... alarms) {
        return Stream.concat(
                        Stream.of(
                                "\"Topic\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"DisplayName\": \"%s\"}}"
                                        .formatted(topic)),
                        Stream.of(alarms).map(RollbackTriggersTest::alarm))
                .collect(Collectors.joining(",", "{\"Resources\": {", "}}"));
    }

    private static String alarm(String idAndName) {
        String[] parts = idAndName.split(":", -1);
        return """
                "%s": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "%s", "Namespace": "AWS/RDS",
                  "MetricName": "CPUUtilization", "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1,
                  "Period": 60, "Statistic": "Average", "Threshold": 80}}""".formatted(parts[0], parts[1]);
    }

    private RollbackTriggers review(String template, Duration watchTime) {
        return account.deployments
                .review(account.plan(template).rollingBackOnAlarm(watchTime))
                .own()
                .rollback();
    }

    private static List<String> names(RollbackTriggers rollback) {
        return rollback.alarms().stream().map(RollbackTriggers.Alarm::name).toList();
    }

    private List<String> triggersInAws() {
        return account.simulated.describeStacks(request -> request.stackName(Account.DEV.stackName())).stacks().stream()
                .flatMap(stack -> stack.rollbackConfiguration().rollbackTriggers().stream())
                .map(RollbackTrigger::arn)
                .toList();
    }

    @Test
    void aNewStackHasNoAlarmsToWatch() {
        assertThat(review(template("a", "Cpu:cpu"), TEN)).isEqualTo(RollbackTriggers.NONE);
    }

    @Test
    void anUpdateWatchesTheAlarmsThatStayAndSaysWhyNotTheOthers() {
        account.deploy(template("a", "Stays:stays", "Renamed:old", "Removed:removed", "Rings:rings", "Lost:lost"));
        exist("stays", "old", "removed");
        states.put("rings", StateValue.ALARM);

        RollbackTriggers rollback =
                review(template("b", "Stays:stays", "Renamed:new", "Rings:rings", "Lost:lost", "Added:added"), TEN);

        assertThat(names(rollback)).containsExactly("stays");
        assertThat(rollback.watchTime()).isEqualTo(TEN);
        assertThat(rollback.leftOut())
                .extracting(left -> left.name() + " " + left.reason())
                .containsExactlyInAnyOrder(
                        "old is replaced or removed by this change",
                        "removed is replaced or removed by this change",
                        "rings is in ALARM now and may roll back at once",
                        "lost is missing in CloudWatch; watching it would roll back");
    }

    @Test
    void atMostFiveAreWatchedThoseWithDataFirst() {
        String[] alarms = {"A:a", "B:b", "C:c", "D:d", "E:e", "F:f"};
        account.deploy(template("a", alarms));
        exist("b", "c", "d", "e", "f");
        states.put("a", StateValue.INSUFFICIENT_DATA);

        RollbackTriggers rollback = review(template("b", alarms), TEN);

        assertThat(names(rollback)).containsExactly("b", "c", "d", "e", "f");
        assertThat(rollback.leftOut())
                .extracting(RollbackTriggers.LeftOut::name)
                .containsExactly("a");
    }

    @Test
    void triggersOfAnEarlierUpdateDoNotPersist() {
        account.deploy(template("a", "Cpu:cpu"));
        exist("cpu");
        Review watched = account.deployments.review(
                account.plan(template("b", "Cpu:cpu")).rollingBackOnAlarm(TEN));
        account.deployments.execute(watched, account.events::add);
        assertThat(triggersInAws()).containsExactly(arn("cpu"));

        Review quiet = account.deployments.review(account.plan(template("c", "Cpu:cpu")));
        account.deployments.execute(quiet, account.events::add);

        assertThat(quiet.own().rollback().dropped()).containsExactly("cpu");
        assertThat(triggersInAws()).isEmpty();
    }

    @Test
    void anAlarmThatRingsRollsBackAndIsTheCause() {
        account.deploy(template("a", "Cpu:cpu"));
        exist("cpu");
        Review watched = account.deployments.review(
                account.plan(template("b", "Cpu:cpu")).rollingBackOnAlarm(TEN));
        states.put("cpu", StateValue.ALARM);

        Outcome outcome = account.deployments.execute(watched, account.events::add);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
            assertThat(failed.cause().meaning()).startsWith("An alarm that the update was watched by rang");
        });
    }

    @Test
    void onceTheResourcesAreCompleteTheWatchTimeIsTold() {
        account.deploy(template("a", "Cpu:cpu"));
        exist("cpu");
        Review watched = account.deployments.review(
                account.plan(template("b", "Cpu:cpu")).rollingBackOnAlarm(TEN));

        account.deployments.execute(watched, account.events::add);

        List<DeploymentEvent.WatchingAlarms> told = account.events.stream()
                .filter(DeploymentEvent.WatchingAlarms.class::isInstance)
                .map(DeploymentEvent.WatchingAlarms.class::cast)
                .toList();
        assertThat(told).singleElement().satisfies(watching -> {
            assertThat(watching.alarms()).containsExactly("cpu");
            assertThat(Duration.between(watching.at(), watching.until())).isEqualTo(TEN);
        });
        assertThat(account.events.getLast())
                .isInstanceOfSatisfying(
                        DeploymentEvent.Ended.class,
                        ended -> assertThat(ended.at())
                                .isAfterOrEqualTo(told.getFirst().until()));
    }

    @Test
    void onlyOneChangeSetIsLeft() {
        account.deploy(template("a", "Stays:stays", "Renamed:old"));
        exist("stays", "old");

        Review review = account.deployments.review(
                account.plan(template("b", "Stays:stays", "Renamed:new")).rollingBackOnAlarm(TEN));

        assertThat(account.simulated
                        .listChangeSets(request -> request.stackName(review.stackName()))
                        .summaries())
                .extracting(summary -> summary.changeSetId())
                .containsExactly(review.changeSetId());
    }
}
