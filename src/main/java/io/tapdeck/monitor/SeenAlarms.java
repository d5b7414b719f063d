package io.tapdeck.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.store.AlarmArchive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The alarms of each stack at the last good answer, also over a restart. Thread-safe. */
final class SeenAlarms {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Seen NOTHING = new Seen(Instant.EPOCH, List.of(), List.of());

    private final AlarmArchive archive;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * The alarms of one stack.
     *
     * @param composites are not kept over a restart
     */
    record Seen(Instant asOf, List<AlarmState> alarms, List<CompositeAlarm> composites) {}

    SeenAlarms(AlarmArchive archive) {
        this.archive = archive;
    }

    /** Remembers an answer; on the disk only if something differs from the one before. */
    void put(Watched environment, Seen now) {
        Seen before = seen.put(environment.stackName(), now);
        if (before == null || !before.alarms().equals(now.alarms())) {
            archive.see(
                    environment.account(),
                    environment.region(),
                    environment.stackName(),
                    new AlarmArchive.Seen(now.asOf(), write(now.alarms())));
        }
    }

    /** The last answer; one of nothing and long ago if there is none. */
    Seen get(Watched environment) {
        return seen.computeIfAbsent(
                environment.stackName(),
                stack -> archive.seen(environment.account(), environment.region(), stack)
                        .map(kept -> new Seen(kept.asOf(), read(kept.json()), List.of()))
                        .orElse(NOTHING));
    }

    private static String write(List<AlarmState> alarms) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (AlarmState alarm : alarms) {
            ObjectNode json = all.addObject()
                    .put("id", alarm.alarmId())
                    .put("name", alarm.name())
                    .put("arn", alarm.arn())
                    .put("state", alarm.state().name())
                    .put("since", alarm.since().toString())
                    .put("reason", alarm.reason())
                    .put("threshold", alarm.threshold())
                    .put("m", alarm.datapointsToAlarm())
                    .put("n", alarm.evaluationPeriods())
                    .put("period", alarm.periodSeconds())
                    .put("missing", alarm.missingData())
                    .put("enabled", alarm.actionsEnabled())
                    .put("evaluation", alarm.evaluationState());
            put(json, "onAlarm", alarm.actions().onAlarm());
            put(json, "onOk", alarm.actions().onOk());
            put(json, "onInsufficientData", alarm.actions().onInsufficientData());
            ArrayNode evidence = json.putArray("evidence");
            alarm.evidence()
                    .forEach(point -> evidence.addObject()
                            .put("at", point.at().toString())
                            .put("value", point.value()));
        }
        return all.toString();
    }

    private static void put(ObjectNode json, String key, List<String> values) {
        ArrayNode array = json.putArray(key);
        values.forEach(array::add);
    }

    private static List<AlarmState> read(String json) {
        try {
            return stream(JSON.readTree(json)).map(SeenAlarms::alarm).toList();
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            // Another version's words: the next answer replaces them.
            return List.of();
        }
    }

    private static AlarmState alarm(JsonNode json) {
        boolean enabled = json.path("enabled").asBoolean();
        return new AlarmState(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("arn").asText(),
                AlarmState.State.valueOf(json.path("state").asText()),
                Instant.parse(json.path("since").asText()),
                json.path("reason").asText(),
                json.path("threshold").asDouble(),
                json.path("m").asInt(),
                json.path("n").asInt(),
                json.path("period").asInt(),
                textOrNull(json.path("missing")),
                enabled,
                new AlarmActions(
                        enabled,
                        texts(json.path("onAlarm")),
                        texts(json.path("onOk")),
                        texts(json.path("onInsufficientData"))),
                textOrNull(json.path("evaluation")),
                stream(json.path("evidence"))
                        .map(point -> new Series.Point(
                                Instant.parse(point.path("at").asText()),
                                point.path("value").asDouble()))
                        .toList());
    }

    private static @Nullable String textOrNull(JsonNode json) {
        return json.isTextual() ? json.asText() : null;
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
