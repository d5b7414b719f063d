package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudwatch.AlarmRecord;
import io.tapdeck.sandbox.cloudwatch.AlarmTransition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * What a journal tells of alarms. All of them have come to the time of any other entry before that is written, so that
 * nothing but what is told has happened until the last one. What is told of later moments, by a sandbox that was killed
 * while it evaluated them, is found out again.
 */
final class RecordedAlarms {
    private final Map<String, List<AlarmTransition>> byRegion;
    private final Instant until;

    private RecordedAlarms(Map<String, List<AlarmTransition>> byRegion, Instant until) {
        this.byRegion = byRegion;
        this.until = until;
    }

    /** Those of a journal's entries. */
    static RecordedAlarms of(List<JsonNode> entries) {
        Map<String, List<AlarmTransition>> byRegion = new HashMap<>();
        for (JsonNode entry : entries) {
            if (has(entry)) {
                byRegion.computeIfAbsent(
                                key(
                                        entry.path("account").asText(),
                                        entry.path("region").asText()),
                                _ -> new ArrayList<>())
                        .add(new AlarmTransition(
                                entry.path("alarm").asText(),
                                StateValue.fromValue(entry.path("state").asText()),
                                entry.path("reason").asText(),
                                entry.path("data").asText(),
                                SandboxJournal.at(entry)));
            }
        }
        Instant until = entries.stream()
                .filter(entry -> !has(entry))
                .map(SandboxJournal::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return new RecordedAlarms(byRegion, until);
    }

    /** Whether an entry tells of an alarm, and of nothing else. */
    static boolean has(JsonNode entry) {
        return entry.has("alarm");
    }

    /** What is known of a region, and who is told what is found there from then on. */
    AlarmRecord of(String account, String region, Consumer<AlarmTransition> found) {
        List<AlarmTransition> known = byRegion.getOrDefault(key(account, region), List.of()).stream()
                .filter(transition -> !transition.at().isAfter(until))
                .distinct()
                .toList();
        return new AlarmRecord(known, until, found);
    }

    /** The entry of a transition, but for its time. */
    static ObjectNode entry(String account, String region, AlarmTransition transition) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("account", account)
                .put("region", region)
                .put("alarm", transition.alarm())
                .put("state", transition.state().toString())
                .put("reason", transition.reason())
                .put("data", transition.reasonData());
    }

    private static String key(String account, String region) {
        return account + "/" + region;
    }
}
