package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Composite alarms over two metric alarms (user guide, "Combining alarms"). */
class CompositeAlarmTest {
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:";
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms";
    private final VirtualClock clock = new VirtualClock();
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");

    @BeforeEach
    void twoMetricAlarms() {
        metricAlarm("cpu");
        metricAlarm("queue");
    }

    @Test
    void isEvaluatedWhenItIsPut() {
        composite("both", "ALARM(cpu) AND ALARM(queue)");

        CompositeAlarm both = find("both");
        assertThat(both.stateValue()).isEqualTo(StateValue.OK);
        assertThat(both.alarmArn()).isEqualTo(ARN + "both");
        assertThat(both.alarmRule()).isEqualTo("ALARM(cpu) AND ALARM(queue)");
        assertThat(both.stateReason()).isEqualTo(ARN + "both was created and its alarm rule evaluates to OK");
        assertThat(both.stateReasonData()).contains("\"arn\":\"" + ARN + "cpu\"", "\"arn\":\"" + ARN + "queue\"");
        assertThat(summaries("both"))
                .containsExactly("Alarm \"both\" created", "Alarm updated from INSUFFICIENT_DATA to OK");
    }

    @Test
    void ringsWhenItsRuleHolds() {
        composite("both", "ALARM(cpu) AND ALARM(\"" + ARN + "queue\")");
        clock.advance(Duration.ofSeconds(1));
        set("cpu", StateValue.ALARM);
        assertThat(find("both").stateValue()).isEqualTo(StateValue.OK);

        clock.advance(Duration.ofSeconds(1));
        Instant rung = clock.instant();
        set("queue", StateValue.ALARM);

        CompositeAlarm both = find("both");
        assertThat(both.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(both.stateReason())
                .startsWith(ARN + "queue transitioned to ALARM at ")
                .endsWith(" UTC");
        assertThat(both.stateReasonData()).contains(ARN + "queue").doesNotContain(ARN + "cpu");
        assertThat(both.stateTransitionedTimestamp()).isEqualTo(rung);
        assertThat(both.stateUpdatedTimestamp()).isEqualTo(rung);
        assertThat(summaries("both"))
                .endsWith("Alarm updated from OK to ALARM", "Successfully executed action " + TOPIC);
    }

    @Test
    void followsTheEvaluationOfItsMetricAlarms() {
        composite("any", "ALARM(cpu) OR ALARM(queue)");
        cloudWatch.putMetricData(request -> request.namespace("Test")
                .metricData(MetricDatum.builder().metricName("cpu").value(99.0).build()));
        clock.advance(Duration.ofMinutes(2));

        assertThat(metricAlarm().stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(find("any").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(find("any").stateTransitionedTimestamp())
                .isEqualTo(metricAlarm().stateTransitionedTimestamp());
    }

    @Test
    void disabledActionsAreNotTaken() {
        composite("any", "ALARM(cpu)");
        cloudWatch.disableAlarmActions(request -> request.alarmNames("any"));
        set("cpu", StateValue.ALARM);

        assertThat(find("any").actionsEnabled()).isFalse();
        assertThat(summaries("any")).last().isEqualTo("Alarm updated from OK to ALARM");
        cloudWatch.enableAlarmActions(request -> request.alarmNames("any"));
        assertThat(find("any").actionsEnabled()).isTrue();
    }

    @Test
    void oneAboveAnotherRingsToo() {
        composite("inner", "ALARM(cpu)");
        composite("outer", "ALARM(inner) AND NOT ALARM(queue)");
        set("cpu", StateValue.ALARM);

        assertThat(find("outer").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(find("outer").stateReason()).startsWith(ARN + "inner transitioned to ALARM");
    }

    @Test
    void aCircleComesToAnEnd() {
        composite("one", "TRUE");
        composite("other", "ALARM(one)");
        composite("one", "ALARM(cpu) AND NOT ALARM(other)");
        set("cpu", StateValue.ALARM);

        assertThat(find("one").stateValue())
                .as("it rang, and its own ringing ended it")
                .isEqualTo(StateValue.OK);
        assertThat(find("other").stateValue()).as("nobody goes round again").isEqualTo(StateValue.ALARM);
    }

    @Test
    void aStateThatWasSetHoldsUntilAnAlarmOfItsRuleChanges() {
        composite("any", "ALARM(cpu) OR ALARM(queue)");
        set("any", StateValue.ALARM);
        clock.advance(Duration.ofSeconds(1));
        assertThat(find("any").stateValue()).isEqualTo(StateValue.ALARM);

        set("cpu", StateValue.OK);
        assertThat(find("any").stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void anAlarmThatARuleNamesStays() {
        composite("any", "ALARM(cpu)");

        assertRefused(
                () -> cloudWatch.deleteAlarms(request -> request.alarmNames("cpu")),
                "Cannot delete cpu as there are composite alarm(s) depending on it.");
        cloudWatch.deleteAlarms(request -> request.alarmNames("any", "cpu"));
        assertThat(described(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)).containsExactly("queue");
        assertThat(summaries("any")).last().isEqualTo("Alarm \"any\" deleted");
    }

    @Test
    void oneAtATimeIsDeleted() {
        composite("one", "TRUE");
        composite("two", "FALSE");

        assertRefused(
                () -> cloudWatch.deleteAlarms(request -> request.alarmNames("one", "two")),
                "Only one composite alarm can be deleted at a time.");
    }

    @Test
    void aRuleMustBeOne() {
        assertRefused(() -> composite("bad", "ALARM(cpu"), "AlarmRule is not valid: unexpected 'ALARM(cpu'");
        assertRefused(() -> composite("bad", "ALARM(nobody)"), "The alarm nobody of AlarmRule does not exist.");
        assertRefused(() -> composite("cpu", "TRUE"), "A metric alarm has the name cpu already.");
    }

    @Test
    void isToldOfOnlyWhereItsTypeIsAskedFor() {
        composite("any", "ALARM(cpu)");

        assertThat(described()).containsExactly("cpu", "queue");
        assertThat(described(AlarmType.COMPOSITE_ALARM)).containsExactly("any");
        assertThat(described(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)).containsExactly("cpu", "queue", "any");
        assertThat(cloudWatch
                        .describeAlarmHistory(request -> request.alarmName("any"))
                        .alarmHistoryItems())
                .isEmpty();
    }

    @Test
    void pagesGoOverBothTypes() {
        composite("any", "ALARM(cpu)");

        List<String> names = cloudWatch
                .describeAlarmsPaginator(
                        request -> request.maxRecords(2).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
                .stream()
                .map(page -> page.metricAlarms().size() + "+"
                        + page.compositeAlarms().size())
                .toList();
        assertThat(names).containsExactly("2+0", "0+1");
    }

    private void metricAlarm(String name) {
        cloudWatch.putMetricAlarm(request -> request.alarmName(name)
                .namespace("Test")
                .metricName(name)
                .statistic(Statistic.MAXIMUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(50.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    }

    private MetricAlarm metricAlarm() {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames("cpu"))
                .metricAlarms()
                .getFirst();
    }

    private void composite(String name, String rule) {
        cloudWatch.putCompositeAlarm(
                request -> request.alarmName(name).alarmRule(rule).alarmActions(TOPIC));
    }

    private CompositeAlarm find(String name) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(name).alarmTypes(AlarmType.COMPOSITE_ALARM))
                .compositeAlarms()
                .getFirst();
    }

    private List<String> described(AlarmType... types) {
        var found = cloudWatch.describeAlarms(request -> request.alarmTypes(types.length == 0 ? null : List.of(types)));
        return Stream.concat(
                        found.metricAlarms().stream().map(MetricAlarm::alarmName),
                        found.compositeAlarms().stream().map(CompositeAlarm::alarmName))
                .toList();
    }

    private void set(String name, StateValue state) {
        cloudWatch.setAlarmState(
                request -> request.alarmName(name).stateValue(state).stateReason("by hand"));
    }

    private List<String> summaries(String name) {
        return cloudWatch
                .describeAlarmHistory(request -> request.alarmName(name)
                        .alarmTypes(AlarmType.COMPOSITE_ALARM)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .alarmHistoryItems()
                .stream()
                .map(AlarmHistoryItem::historySummary)
                .toList();
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo(message));
    }
}
