package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.changes.Differences;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;

/** What a change of a resource asks for. */
enum PropertyChange {
    NONE,
    IN_PLACE,
    REPLACING;

    static PropertyChange between(ResourceType type, Physical before, Physical after) {
        if (replaces(type, before.properties(), after.properties())) {
            return REPLACING;
        }
        boolean same = Differences.equal(before.properties(), after.properties())
                && before.definition().metadata().equals(after.definition().metadata())
                && before.definition()
                        .deletionPolicy()
                        .equals(after.definition().deletionPolicy())
                && (!type.isTaggable() || before.stackTags().equals(after.stackTags()));
        return same ? NONE : IN_PLACE;
    }

    static boolean replaces(ResourceType type, ObjectNode before, ObjectNode after) {
        return Differences.between(before, after).stream()
                .anyMatch(difference -> type.recreation(difference.path()) != ResourceType.Recreation.NEVER);
    }
}
