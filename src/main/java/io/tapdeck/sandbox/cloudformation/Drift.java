package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.changes.Differences;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.cloudformation.model.DifferenceType;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/**
 * How a physical resource differs from what its template asks for (user guide, "Detect unmanaged configuration changes"):
 * only properties that the template sets are compared.
 *
 * @param status IN_SYNC, MODIFIED or DELETED
 * @param expected as the template has it, secrets masked
 * @param actual as it is; empty when it is gone
 * @param differences where they differ
 * @param at when they were compared
 */
record Drift(
        StackResourceDriftStatus status,
        ObjectNode expected,
        Optional<ObjectNode> actual,
        List<PropertyDifference> differences,
        Instant at) {

    /** Compares a resource with what is there. */
    static Drift of(Physical physical, Optional<LiveResource> live, Instant now) {
        ObjectNode expected = masked(physical, physical.properties());
        if (live.isEmpty()) {
            return new Drift(StackResourceDriftStatus.DELETED, expected, Optional.empty(), List.of(), now);
        }
        ObjectNode actual = masked(physical, actual(physical, live.get()));
        List<PropertyDifference> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        StackResourceDriftStatus status =
                differences.isEmpty() ? StackResourceDriftStatus.IN_SYNC : StackResourceDriftStatus.MODIFIED;
        return new Drift(status, expected, Optional.of(actual), differences, now);
    }

    /** The properties that the template sets, with the values that they have. */
    static ObjectNode actual(Physical physical, LiveResource live) {
        ObjectNode actual = JsonNodeFactory.instance.objectNode();
        physical.properties().fieldNames().forEachRemaining(name -> {
            if (live.properties().has(name)) {
                actual.set(name, live.properties().get(name));
            }
        });
        return actual;
    }

    /** As {@code actual}, scalars as text and secrets masked, as change sets show it. */
    static ObjectNode shown(Physical physical, LiveResource live) {
        return ShownProperties.of(masked(physical, actual(physical, live)));
    }

    /** A secret of the template is shown as the template's events show it. */
    private static ObjectNode masked(Physical physical, ObjectNode properties) {
        ObjectNode copy = properties.deepCopy();
        physical.shown().properties().forEach(member -> {
            JsonNode open = physical.properties().path(member.getKey());
            boolean secret = !Differences.equal(open, member.getValue());
            if (secret && Differences.equal(open, copy.path(member.getKey()))) {
                copy.set(member.getKey(), member.getValue());
            }
        });
        return copy;
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<PropertyDifference> found) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            path + "/" + member.getKey(), member.getValue(), actual.path(member.getKey()), found));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int index = 0; index < expected.size(); index++) {
                compare(path + "/" + index, expected.get(index), actual.get(index), found);
            }
        } else if (expected.isArray() && actual.isArray()) {
            elements(path, expected, actual, DifferenceType.REMOVE, found);
            elements(path, actual, expected, DifferenceType.ADD, found);
        } else if (actual.isMissingNode()) {
            found.add(difference(path, expected, actual, DifferenceType.REMOVE));
        } else if (!Differences.equal(expected, actual)) {
            found.add(difference(path, expected, actual, DifferenceType.NOT_EQUAL));
        }
    }

    /** The elements of one list that the other has not. */
    private static void elements(
            String path, JsonNode list, JsonNode other, DifferenceType type, List<PropertyDifference> found) {
        List<String> known = StreamSupport.stream(other.spliterator(), false)
                .map(Drift::text)
                .collect(Collectors.toList());
        for (int index = 0; index < list.size(); index++) {
            JsonNode element = list.get(index);
            if (!known.remove(text(element))) {
                JsonNode none = JsonNodeFactory.instance.nullNode();
                found.add(
                        type == DifferenceType.ADD
                                ? difference(path + "/" + index, none, element, type)
                                : difference(path + "/" + index, element, none, type));
            }
        }
    }

    private static PropertyDifference difference(String path, JsonNode expected, JsonNode actual, DifferenceType type) {
        return PropertyDifference.builder()
                .propertyPath(path)
                .expectedValue(text(expected))
                .actualValue(text(actual))
                .differenceType(type)
                .build();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "null" : value.isValueNode() ? value.asText() : value.toString();
    }
}
