package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What alarms did while the sandbox ran holds after its restart, without being found out again. */
class RecordedAlarmsTest {
    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock();

    @Test
    void statesAndHistoryAreThoseOfBefore() {
        List<MetricAlarm> alarms;
        List<AlarmHistoryItem> history;
        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            ringAndStop(metrics);
            alarms = metrics.describeAlarms().metricAlarms();
            history = metrics.describeAlarmHistory().alarmHistoryItems();
        }
        assertThat(history).extracting(AlarmHistoryItem::historySummary).contains("Alarm updated from OK to ALARM");

        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            assertThat(metrics.describeAlarms().metricAlarms()).isEqualTo(alarms);
            assertThat(metrics.describeAlarmHistory().alarmHistoryItems()).isEqualTo(history);
        }
    }

    @Test
    void theyAreTakenFromTheJournal() throws IOException {
        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            ringAndStop(metrics);
        }
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replace("Threshold Crossed", "Somebody wrote into the journal"));

        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            assertThat(metrics.describeAlarms().metricAlarms().getFirst().stateReason())
                    .startsWith("Somebody wrote into the journal");
        }
    }

    @Test
    void whatASandboxHadJustFoundWhenItWasKilledIsFoundAgain() throws IOException {
        List<AlarmHistoryItem> history;
        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            ringAndStop(metrics);
            history = metrics.describeAlarmHistory().alarmHistoryItems();
        }
        Path journal = folder.resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        String last = lines.stream()
                .filter(line -> line.contains("\"alarm\""))
                .reduce((_, later) -> later)
                .orElseThrow();
        // As if it had been killed before it wrote down anything else.
        Files.write(journal, lines.subList(0, lines.indexOf(last) + 1));

        for (int start = 0; start < 2; start++) {
            try (Sandbox sandbox = start();
                    CloudWatchClient metrics = client(sandbox)) {
                clock.advance(Duration.ofMinutes(1));
                assertThat(metrics.describeAlarmHistory().alarmHistoryItems()).isEqualTo(history);
            }
        }
    }

    @Test
    void theyGoOnWhereTheyStopped() {
        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            ringAndStop(metrics);
        }
        try (Sandbox sandbox = start();
                CloudWatchClient metrics = client(sandbox)) {
            put(metrics, 9);
            clock.advance(Duration.ofMinutes(1));
            assertThat(metrics.describeAlarms().metricAlarms().getFirst().stateValue())
                    .isEqualTo(StateValue.ALARM);
        }
    }

    /** OK, a minute later ALARM, and OK again. */
    private void ringAndStop(CloudWatchClient metrics) {
        metrics.putMetricAlarm(request -> request.alarmName("queue")
                .namespace("Tests")
                .metricName("Waiting")
                .statistic(Statistic.MAXIMUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        for (double waiting : new double[] {1, 9, 2}) {
            put(metrics, waiting);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(metrics.describeAlarms().metricAlarms().getFirst().stateValue())
                .isEqualTo(StateValue.OK);
    }

    private void put(CloudWatchClient metrics, double waiting) {
        MetricDatum datum = MetricDatum.builder()
                .metricName("Waiting")
                .value(waiting)
                .timestamp(clock.instant())
                .build();
        metrics.putMetricData(request -> request.namespace("Tests").metricData(datum));
    }

    private Sandbox start() {
        return Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1).withFolder(folder), clock);
    }

    private static CloudWatchClient client(Sandbox sandbox) {
        return Clients.client(CloudWatchClient::builder, sandbox.endpoint());
    }
}
