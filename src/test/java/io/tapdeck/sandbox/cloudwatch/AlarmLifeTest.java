package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** A deployed alarm over the first hours of its environment. */
class AlarmLifeTest {
    private final VirtualClock clock = new VirtualClock();
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
    private final Aurora dev =
            new Aurora(world, "dev").cluster(0.5, 2, clock.instant()).alarms(clock.instant());

    @Test
    void startsWithoutDataThenIsOkThenAlarmsAndRecovers() {
        MetricAlarm fresh = alarm("ACUUtilization");
        assertThat(fresh.stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
        assertThat(fresh.stateReason()).isEqualTo("Unchecked: Initial alarm creation");

        clock.advance(Duration.ofHours(1));

        assertThat(states("ACUUtilization")).startsWith("INSUFFICIENT_DATA", "OK", "ALARM", "OK");
        assertThat(states("ServerlessDatabaseCapacity")).startsWith("INSUFFICIENT_DATA", "OK", "ALARM", "OK");
    }

    @Test
    void watchingOftenOrSeldomSeesTheSameHistory() {
        SandboxCloudWatch seldom = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
        for (int minute = 0; minute < 180; minute++) {
            clock.advance(Duration.ofMinutes(1));
            alarm("ACUUtilization");
        }
        assertThat(seldom.describeAlarmHistory(b -> b.maxRecords(100)).alarmHistoryItems())
                .isEqualTo(
                        cloudWatch.describeAlarmHistory(b -> b.maxRecords(100)).alarmHistoryItems());
    }

    @Test
    void theReasonIsInCloudWatchsWords() throws Exception {
        untilAlarm();
        MetricAlarm alarm = alarm("ACUUtilization");
        assertThat(alarm.stateReason())
                .matches(
                        "Threshold Crossed: 2 out of the last 2 datapoints \\[\\d+\\.\\d+ \\(22/11/26 \\d\\d:\\d\\d:00\\),"
                                + " \\d+\\.\\d+ \\(22/11/26 \\d\\d:\\d\\d:00\\)\\] were greater than or equal to the threshold"
                                + " \\(80\\.0\\) \\(minimum 2 datapoints for OK -> ALARM transition\\)\\.");
        JsonNode data = new ObjectMapper().readTree(alarm.stateReasonData());
        assertThat(data.path("threshold").asDouble()).isEqualTo(80);
        assertThat(data.path("period").asInt()).isEqualTo(300);
        assertThat(data.path("recentDatapoints")).hasSize(2).allMatch(value -> value.asDouble() >= 80);
    }

    @Test
    void actionsAreTakenOnAChangeOfStateOnly() {
        untilAlarm();
        clock.advance(Duration.ofMinutes(3));
        assertThat(history("ACUUtilization", HistoryItemType.ACTION))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactly("Successfully executed action arn:aws:sns:us-east-1:000000000000:alarms");
    }

    @Test
    void aSetStateLastsUntilTheNextEvaluation() {
        clock.advance(Duration.ofSeconds(150));
        cloudWatch.setAlarmState(b -> b.alarmName(dev.alarmName("CPUUtilization"))
                .stateValue(StateValue.ALARM)
                .stateReason("rehearsal"));
        assertThat(alarm("CPUUtilization").stateReason()).isEqualTo("rehearsal");

        clock.advance(Duration.ofSeconds(29));
        assertThat(alarm("CPUUtilization").stateValue()).isEqualTo(StateValue.ALARM);

        clock.advance(Duration.ofSeconds(1));
        assertThat(alarm("CPUUtilization").stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void aChangedThresholdKeepsTheStateAndIsInTheHistory() {
        untilAlarm();
        dev.alarm("ACUUtilization", 101, clock.instant());
        assertThat(alarm("ACUUtilization").threshold()).isEqualTo(101);
        assertThat(alarm("ACUUtilization").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(history("ACUUtilization", HistoryItemType.CONFIGURATION_UPDATE))
                .hasSize(2);

        clock.advance(Duration.ofMinutes(1));
        assertThat(alarm("ACUUtilization").stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void aDeletedAlarmIsGoneButItsHistoryStays() {
        clock.advance(Duration.ofMinutes(2));
        alarm("ACUUtilization");
        dev.removeAlarm("ACUUtilization");
        assertThat(cloudWatch
                        .describeAlarms(b -> b.alarmNames(dev.alarmName("ACUUtilization")))
                        .metricAlarms())
                .isEmpty();
        assertThat(history("ACUUtilization", HistoryItemType.CONFIGURATION_UPDATE))
                .extracting(AlarmHistoryItem::historySummary)
                .anyMatch(summary -> summary.endsWith("deleted"));
    }

    private void untilAlarm() {
        for (int minute = 0; minute < 60; minute++) {
            if (alarm("ACUUtilization").stateValue() == StateValue.ALARM) {
                return;
            }
            clock.advance(Duration.ofMinutes(1));
        }
        throw new AssertionError("no alarm within an hour");
    }

    private MetricAlarm alarm(String metric) {
        return cloudWatch
                .describeAlarms(b -> b.alarmNames(dev.alarmName(metric)))
                .metricAlarms()
                .getFirst();
    }

    private List<AlarmHistoryItem> history(String metric, HistoryItemType type) {
        return cloudWatch
                .describeAlarmHistory(b ->
                        b.alarmName(dev.alarmName(metric)).historyItemType(type).scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .alarmHistoryItems();
    }

    private List<String> states(String metric) {
        List<String> states = new ArrayList<>();
        states.add("INSUFFICIENT_DATA");
        for (AlarmHistoryItem item : history(metric, HistoryItemType.STATE_UPDATE)) {
            states.add(item.historySummary().replaceAll(".* to ", ""));
        }
        return states;
    }
}
