package io.tapdeck.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.store.AlarmArchive;
import io.tapdeck.store.AlarmArchive.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Alarms' changes of state, kept longer than CloudWatch keeps them. CloudWatch is asked only when an alarm says that its
 * state has changed since the last time. Thread-safe.
 */
final class AlarmHistory {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CloudWatchClient cloudWatch;
    private final BackOff backOff;
    private final AlarmArchive archive;

    AlarmHistory(CloudWatchClient cloudWatch, BackOff backOff, AlarmArchive archive) {
        this.cloudWatch = cloudWatch;
        this.backOff = backOff;
        this.archive = archive;
    }

    /** Reads what is new of each alarm; the first time all that CloudWatch has since {@code start}. */
    synchronized void update(List<AlarmState> alarms, Instant start, Instant now) {
        for (AlarmState alarm : alarms) {
            Instant known = archive.readUntil(alarm.arn()).orElse(null);
            if (known != null && !alarm.since().isAfter(known)) {
                continue;
            }
            archive.saveTransitions(read(alarm, known == null ? start : known, now));
            // Not 'now': a change that the alarm did not show yet must be asked for next time.
            archive.setReadUntil(alarm.arn(), alarm.since());
        }
    }

    private List<Transition> read(AlarmState alarm, Instant start, Instant now) {
        List<Transition> transitions = new ArrayList<>();
        String token = null;
        do {
            DescribeAlarmHistoryRequest request = DescribeAlarmHistoryRequest.builder()
                    .alarmName(alarm.name())
                    .historyItemType(HistoryItemType.STATE_UPDATE)
                    .startDate(start)
                    .endDate(now.plusSeconds(1))
                    .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                    .maxRecords(100)
                    .nextToken(token)
                    .build();
            DescribeAlarmHistoryResponse page = backOff.call(() -> cloudWatch.describeAlarmHistory(request));
            page.alarmHistoryItems().stream()
                    .map(item -> transition(alarm, item))
                    .flatMap(Optional::stream)
                    .forEach(transitions::add);
            token = page.nextToken();
        } while (token != null);
        return transitions;
    }

    /** HistoryData is JSON text: {@code oldState.stateValue}, {@code newState.stateValue}, {@code newState.stateReason}. */
    private static Optional<Transition> transition(AlarmState alarm, AlarmHistoryItem item) {
        try {
            JsonNode data = JSON.readTree(item.historyData() == null ? "{}" : item.historyData());
            String from = data.path("oldState").path("stateValue").asText();
            String to = data.path("newState").path("stateValue").asText();
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            String reason = data.path("newState").path("stateReason").asText(item.historySummary());
            return Optional.of(new Transition(alarm.arn(), item.timestamp(), from, to, reason));
        } catch (JsonProcessingException e) {
            // One unreadable item must not hide the others.
            return Optional.empty();
        }
    }

    /** What is kept of the alarms, newest first. */
    List<AlarmTransition> transitions(List<AlarmState> alarms, Instant start, Instant end) {
        List<AlarmTransition> all = new ArrayList<>();
        for (AlarmState alarm : alarms) {
            for (Transition stored : archive.transitions(alarm.arn(), start, end)) {
                all.add(new AlarmTransition(
                        alarm.alarmId(),
                        alarm.name(),
                        stored.at(),
                        state(stored.from()),
                        state(stored.to()),
                        stored.summary()));
            }
        }
        all.sort(Comparator.comparing(AlarmTransition::at).reversed());
        return all;
    }

    /** CloudWatch's word for a state. */
    static AlarmState.State state(String word) {
        return switch (word) {
            case "OK" -> AlarmState.State.OK;
            case "ALARM" -> AlarmState.State.ALARM;
            default -> AlarmState.State.INSUFFICIENT_DATA;
        };
    }
}
