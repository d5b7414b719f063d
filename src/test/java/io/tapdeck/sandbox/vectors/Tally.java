package io.tapdeck.sandbox.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a comparison came to.
 *
 * @param leaves values without parts in the records; an empty object or list is one
 * @param agreeing those that the answers have, too
 * @param first the first difference; empty when there is none
 */
public record Tally(int leaves, int agreeing, Optional<String> first) {
    /** Nothing was compared. */
    public static final Tally NOTHING = new Tally(0, 0, Optional.empty());

    /** One value that agrees. */
    public static Tally agrees() {
        return new Tally(1, 1, Optional.empty());
    }

    /** A record of which nothing agrees. */
    public static Tally differs(JsonNode expected, String difference) {
        return new Tally(leaves(expected), 0, Optional.of(difference));
    }

    /** Something that no record has. */
    public static Tally beyond(String difference) {
        return new Tally(0, 0, Optional.of(difference));
    }

    /** Both together; the first difference is this one's, if it has one. */
    public Tally and(Tally other) {
        return new Tally(leaves + other.leaves, agreeing + other.agreeing, first.or(other::first));
    }

    /** The same with the place of its difference. */
    public Tally at(String place) {
        return new Tally(leaves, agreeing, first.map(place::concat));
    }

    private static int leaves(JsonNode node) {
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
    public static int ofRecords(JsonNode vector) {
        int leaves = 0;
        for (JsonNode step : vector.path("steps")) {
            for (JsonNode record : step.path("expected")) {
                leaves += leaves(record.path("record"));
            }
        }
        return leaves;
    }
}
