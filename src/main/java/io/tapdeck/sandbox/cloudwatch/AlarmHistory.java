package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** What happened to alarms, for 30 days (API reference, "DescribeAlarmHistory"); kept when an alarm is deleted. */
final class AlarmHistory {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<AlarmHistoryItem> items = new ArrayList<>();

    /** An alarm changed its state, and took the actions of the new one. */
    void transition(AlarmStanding before, AlarmStanding after, Instant at) {
        stateUpdate(before, after, at);
        actions(after, at);
    }

    private void stateUpdate(AlarmStanding before, AlarmStanding after, Instant at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        data.set("oldState", state(before));
        data.set("newState", state(after));
        add(
                after,
                at,
                HistoryItemType.STATE_UPDATE,
                "Alarm updated from %s to %s".formatted(before.state(), after.state()),
                data);
    }

    /**
     * An alarm was made, changed or deleted.
     *
     * @param type Create, Update or Delete
     */
    void configurationUpdate(AlarmStanding alarm, String type, Instant at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        data.put("type", type);
        data.set(
                type.equals("Delete") ? "deletedAlarm" : type.equals("Create") ? "createdAlarm" : "updatedAlarm",
                alarm.configuration());
        String done = type.equals("Create") ? "created" : type.equals("Delete") ? "deleted" : "updated";
        add(alarm, at, HistoryItemType.CONFIGURATION_UPDATE, "Alarm \"%s\" %s".formatted(alarm.name(), done), data);
    }

    private void actions(AlarmStanding alarm, Instant at) {
        for (String action : alarm.actions()) {
            ObjectNode data = JsonNodeFactory.instance
                    .objectNode()
                    .put("actionState", "Succeeded")
                    .put("stateUpdateTimestamp", at.toEpochMilli())
                    .put("notificationResource", action);
            add(alarm, at, HistoryItemType.ACTION, "Successfully executed action " + action, data);
        }
    }

    private static ObjectNode state(AlarmStanding alarm) {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("stateValue", alarm.state().toString())
                .put("stateReason", alarm.reason());
        String data = alarm.reasonData();
        if (data != null) {
            try {
                state.set("stateReasonData", JSON.readTree(data));
            } catch (JsonProcessingException e) {
                // A caller of SetAlarmState may give any text.
                state.put("stateReasonData", data);
            }
        }
        return state;
    }

    private void add(AlarmStanding alarm, Instant at, HistoryItemType type, String summary, ObjectNode data) {
        items.add(AlarmHistoryItem.builder()
                .alarmName(alarm.name())
                .alarmType(alarm.type())
                .timestamp(at)
                .historyItemType(type)
                .historySummary(summary)
                .historyData(data.toString())
                .build());
    }

    DescribeAlarmHistoryResponse answer(DescribeAlarmHistoryRequest request, Instant now) {
        items.removeIf(item -> item.timestamp().isBefore(now.minus(KEPT)));
        // API reference, "DescribeAlarmHistory", AlarmTypes: without it, metric alarms only.
        List<AlarmType> types = request.hasAlarmTypes() ? request.alarmTypes() : List.of(AlarmType.METRIC_ALARM);
        Instant start = Objects.requireNonNullElse(request.startDate(), Instant.MIN);
        Instant end = Objects.requireNonNullElse(request.endDate(), Instant.MAX);
        List<AlarmHistoryItem> chosen = new ArrayList<>(items.stream()
                .filter(item -> request.alarmName() == null || item.alarmName().equals(request.alarmName()))
                .filter(item -> types.contains(item.alarmType()))
                .filter(item ->
                        request.historyItemType() == null || item.historyItemType() == request.historyItemType())
                .filter(item ->
                        !item.timestamp().isBefore(start) && !item.timestamp().isAfter(end))
                .sorted(Comparator.comparing(AlarmHistoryItem::timestamp))
                .toList());
        int size = Objects.requireNonNullElse(request.maxRecords(), MOST);
        if (size < 1 || size > MOST) {
            throw Refusals.validation("The parameter MaxRecords must be between 1 and 100.");
        }
        List<AlarmHistoryItem> ordered = request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? chosen : chosen.reversed();
        Page<AlarmHistoryItem> page = Page.of(ordered, request.nextToken(), size);
        return DescribeAlarmHistoryResponse.builder()
                .alarmHistoryItems(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}
