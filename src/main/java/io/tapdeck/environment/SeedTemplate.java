package io.tapdeck.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.stream.Stream;

/** The template of a stack that was not deployed by Tapdeck, for a blueprint that may recognize it. */
public final class SeedTemplate {
    private final JsonNode resources;

    private SeedTemplate(JsonNode resources) {
        this.resources = resources;
    }

    /** Reads a template; empty if it is not JSON. */
    public static Optional<SeedTemplate> read(String body) {
        try {
            return Optional.of(
                    new SeedTemplate(JsonMapper.builder().build().readTree(body).path("Resources")));
        } catch (JacksonException e) {
            return Optional.empty(); // A template in YAML is not CDK's.
        }
    }

    /** Whether there is a resource of that type whose logical id begins so. */
    public boolean has(String type, String logicalId) {
        return of(type, logicalId).findAny().isPresent();
    }

    /** The properties of the resources of that type whose logical ids begin so, in the template's order. */
    public Stream<JsonNode> of(String type, String logicalId) {
        return resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith(logicalId)
                        && resource.getValue().path("Type").asText().equals(type))
                .map(resource -> resource.getValue().path("Properties"));
    }

    /** A property of the first such resource, as text; empty if it is not a plain value. */
    public Optional<String> text(String type, String logicalId, String pointer) {
        return of(type, logicalId)
                .map(properties -> properties.at(pointer))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .findFirst();
    }

    /** What follows {@code prefix} in such a property; empty if it begins otherwise. */
    public Optional<String> after(String prefix, String type, String logicalId, String pointer) {
        return text(type, logicalId, pointer)
                .filter(value -> value.startsWith(prefix))
                .map(value -> value.substring(prefix.length()));
    }

    /** The draft with the rules of the template's alarms, as far as the blueprint has them. */
    public Draft withAlarms(Draft draft, Blueprint blueprint) {
        Draft read = draft;
        for (AlarmDraft alarm : draft.alarms()) {
            String logicalId =
                    blueprint.alarm(alarm.id()).map(AlarmDescription::logicalId).orElse(alarm.id());
            read = of("AWS::CloudWatch::Alarm", logicalId)
                    .findFirst()
                    .map(rule -> read(alarm, rule))
                    .map(read::withAlarm)
                    .orElse(read);
        }
        return read;
    }

    private static AlarmDraft read(AlarmDraft alarm, JsonNode rule) {
        String periods = rule.path("EvaluationPeriods").asText(alarm.evaluationPeriods());
        return new AlarmDraft(
                alarm.id(),
                true,
                rule.path("Threshold").asText(alarm.threshold()),
                rule.path("DatapointsToAlarm").asText(periods),
                periods,
                rule.path("Period").asText(alarm.period()),
                rule.path("TreatMissingData").asText(MissingData.MISSING.wireName()));
    }
}
