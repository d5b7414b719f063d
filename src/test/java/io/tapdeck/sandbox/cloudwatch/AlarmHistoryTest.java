package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What DescribeAlarmHistory tells of an alarm without data that somebody moves by hand (API reference). */
class AlarmHistoryTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms";
    private static final String RANG = "Alarm updated from INSUFFICIENT_DATA to ALARM";
    private static final String ACTED = "Successfully executed action " + TOPIC;
    private static final String MADE = "Alarm \"a\" created";
    private static final String CHANGED = "Alarm \"a\" updated";
    private final VirtualClock clock = new VirtualClock();
    private final SandboxCloudWatch cloudWatch =
            new SandboxCloudWatch(clock, new ResourceWorld(), "000000000000", "us-east-1");
    private Instant rung = Instant.EPOCH;

    @BeforeEach
    void anAlarmThatRings() {
        cloudWatch.putMetricAlarm(request -> request.alarmName("a")
                .namespace("N")
                .metricName("M")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .treatMissingData("ignore")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(TOPIC));
        clock.advance(Duration.ofHours(1));
        rung = clock.instant();
        set(StateValue.ALARM);
    }

    @Test
    void theNewestComesFirstUnlessAsked() {
        assertThat(history(request -> {})).containsExactly(ACTED, RANG, MADE);
        assertThat(history(request -> request.scanBy(ScanBy.TIMESTAMP_ASCENDING)))
                .containsExactly(MADE, RANG, ACTED);
    }

    @Test
    void anItemTypeCanBeAskedFor() {
        assertThat(history(request -> request.historyItemType(HistoryItemType.STATE_UPDATE)))
                .containsExactly(RANG);
        assertThat(history(request -> request.historyItemType(HistoryItemType.ACTION)))
                .containsExactly(ACTED);
        assertThat(history(request -> request.historyItemType(HistoryItemType.CONFIGURATION_UPDATE)))
                .containsExactly(MADE);
    }

    @Test
    void aSpanOfTimeCanBeAskedFor() {
        assertThat(history(request -> request.startDate(rung))).containsExactly(ACTED, RANG);
        assertThat(history(request -> request.endDate(rung.minusSeconds(1)))).containsExactly(MADE);
    }

    @Test
    void pagesTogetherHaveEveryItemOnce() {
        assertThat(cloudWatch.describeAlarmHistoryPaginator(request -> request.maxRecords(2)).stream()
                        .map(page -> page.alarmHistoryItems().size()))
                .containsExactly(2, 1);
    }

    @Test
    void thirtyDaysAreKeptAlsoOfAnAlarmThatIsGone() {
        clock.advance(Duration.ofDays(20));
        cloudWatch.deleteAlarms(request -> request.alarmNames("a"));
        assertThat(history(request -> {})).hasSize(4);

        clock.advance(Duration.ofDays(11));
        assertThat(history(request -> {})).containsExactly("Alarm \"a\" deleted");
    }

    @Test
    void disabledActionsAreNotTaken() {
        cloudWatch.disableAlarmActions(request -> request.alarmNames("a"));
        assertThat(alarm().actionsEnabled()).isFalse();
        set(StateValue.OK);
        set(StateValue.ALARM);

        assertThat(history(request -> request.historyItemType(HistoryItemType.ACTION)))
                .as("the one of before")
                .containsExactly(ACTED);
        assertThat(history(request -> request.historyItemType(HistoryItemType.CONFIGURATION_UPDATE)))
                .containsExactly(CHANGED, MADE);
        cloudWatch.enableAlarmActions(request -> request.alarmNames("a"));
        assertThat(alarm().actionsEnabled()).isTrue();
    }

    @Test
    void theSameStateAgainIsAnUpdateButNoTransition() {
        clock.advance(Duration.ofMinutes(5));
        set(StateValue.ALARM);

        assertThat(alarm().stateUpdatedTimestamp()).isEqualTo(clock.instant());
        assertThat(alarm().stateTransitionedTimestamp()).isEqualTo(rung);
        assertThat(history(request -> request.historyItemType(HistoryItemType.STATE_UPDATE)))
                .containsExactly(RANG);
    }

    private void set(StateValue state) {
        cloudWatch.setAlarmState(
                request -> request.alarmName("a").stateValue(state).stateReason("by hand"));
    }

    private MetricAlarm alarm() {
        return cloudWatch.describeAlarms().metricAlarms().getFirst();
    }

    private List<String> history(Consumer<DescribeAlarmHistoryRequest.Builder> filter) {
        return cloudWatch
                .describeAlarmHistory(request -> filter.accept(request.alarmName("a")))
                .alarmHistoryItems()
                .stream()
                .map(AlarmHistoryItem::historySummary)
                .toList();
    }
}
