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
 * What a journal tells of alarms. Before the sandbox writes an entry, all alarms have come to its time, so that nothing
 * but what is told has happened until the last one.
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
            if (entry.has("alarm")) {
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
                .map(SandboxJournal::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return new RecordedAlarms(byRegion, until);
    }

    /** What is known of a region, and who is told what is found there from then on. */
    AlarmRecord of(String account, String region, Consumer<AlarmTransition> found) {
        return new AlarmRecord(byRegion.getOrDefault(key(account, region), List.of()), until, found);
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
