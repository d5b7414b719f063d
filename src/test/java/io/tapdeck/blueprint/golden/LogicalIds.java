package io.tapdeck.blueprint.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which resource of one template is which of another, whatever their logical ids: of the same type, and most alike.
 * A pair is made when each is the only best of the other; references to resources that are paired then help to pair those
 * that refer to them.
 */
final class LogicalIds {
    private final JsonNode expected;
    private final JsonNode other;
    private final Map<String, String> toExpected = new HashMap<>();
    private final Set<String> unpaired = new LinkedHashSet<>();

    LogicalIds(JsonNode expected, JsonNode other) {
        this.expected = expected;
        this.other = other;
        expected.fieldNames().forEachRemaining(unpaired::add);
    }

    /** Ids of the other template to ids of the expected one; resources that only one has are missing. */
    Map<String, String> renaming() {
        while (pairUnique() || pairAny()) {
            // Until nothing is left that could be paired.
        }
        return Map.copyOf(toExpected);
    }

    private boolean pairUnique() {
        Map<String, String> found = new HashMap<>();
        for (String id : unpaired) {
            String best = best(id, true);
            if (best != null && id.equals(bestExpected(best))) {
                found.put(best, id);
            }
        }
        found.forEach((otherId, id) -> {
            toExpected.put(otherId, id);
            unpaired.remove(id);
        });
        return !found.isEmpty();
    }

    /** Twins that nothing tells apart: any pairing is as good. */
    private boolean pairAny() {
        for (String id : unpaired) {
            String best = best(id, false);
            if (best != null) {
                toExpected.put(best, id);
                unpaired.remove(id);
                return true;
            }
        }
        return false;
    }

    private @Nullable String best(String id, boolean onlyIfUnique) {
        String best = null;
        long most = -1;
        boolean unique = true;
        for (String candidate : (Iterable<String>) other::fieldNames) {
            if (toExpected.containsKey(candidate)) {
                continue;
            }
            long alike = alike(id, candidate);
            if (alike >= 0 && alike == most) {
                unique = false;
            } else if (alike > most) {
                most = alike;
                best = candidate;
                unique = true;
            }
        }
        return unique || !onlyIfUnique ? best : null;
    }

    private @Nullable String bestExpected(String candidate) {
        String best = null;
        long most = -1;
        for (String id : unpaired) {
            long alike = alike(id, candidate);
            if (alike == most) {
                best = null;
            } else if (alike > most) {
                most = alike;
                best = id;
            }
        }
        return best;
    }

    /** How many leaves are the same, or -1 for different types. */
    private long alike(String id, String candidate) {
        JsonNode one = expected.path(id);
        JsonNode two = other.path(candidate);
        if (!one.path("Type").equals(two.path("Type"))) {
            return -1;
        }
        Map<String, String> mine = TemplateComparison.leaves(one, this::nameOfExpected);
        Map<String, String> theirs = TemplateComparison.leaves(two, this::nameOfOther);
        return mine.entrySet().stream()
                .filter(leaf -> Objects.equals(theirs.get(leaf.getKey()), leaf.getValue()))
                .count();
    }

    /** A paired resource's own name; of the others only the type is known to be common. */
    private String nameOfExpected(String id) {
        return unpaired.contains(id) ? expected.path(id).path("Type").asText() : id;
    }

    private String nameOfOther(String id) {
        String paired = toExpected.get(id);
        return paired != null ? paired : other.path(id).path("Type").asText(id);
    }
}
