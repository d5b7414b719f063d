package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a comparison came to.
 *
 * @param leaves values without parts in the records; an empty object or list is one
 * @param agreeing those that the answers have, too
 * @param first the first difference; empty when there is none
 */
record Tally(int leaves, int agreeing, Optional<String> first) {
    static final Tally NOTHING = new Tally(0, 0, Optional.empty());

    /** One value that agrees. */
    static Tally agrees() {
        return new Tally(1, 1, Optional.empty());
    }

    /** A record of which nothing agrees. */
    static Tally differs(JsonNode expected, String difference) {
        return new Tally(leaves(expected), 0, Optional.of(difference));
    }

    /** Something that no record has. */
    static Tally beyond(String difference) {
        return new Tally(0, 0, Optional.of(difference));
    }

    Tally and(Tally other) {
        return new Tally(leaves + other.leaves, agreeing + other.agreeing, first.or(other::first));
    }

    static int leaves(JsonNode node) {
        if (node.isMissingNode()) {
            return 0;
        }
        if (!node.isContainerNode() || node.isEmpty()) {
            return 1;
        }
        int leaves = 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }

    /** The leaves of all of a vector's records. */
    static int ofRecords(JsonNode vector) {
        int leaves = 0;
        for (JsonNode step : vector.path("steps")) {
            for (JsonNode record : step.path("expected")) {
                leaves += leaves(record.path("record"));
            }
        }
        return leaves;
    }
}
