package io.tapdeck.sandbox.cloudformation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two trees of properties differ. */
public final class Differences {

    /**
     * One place.
     *
     * @param path such as {@code Tags/0/Value}
     * @param before a missing node when it was not there
     * @param after a missing node when it is not there any more
     */
    public record Difference(String path, JsonNode before, JsonNode after) {

        /** The property at the top of the path. */
        public String property() {
            int slash = path.indexOf('/');
            return slash < 0 ? path : path.substring(0, slash);
        }
    }

    private Differences() {}

    /** The places where they differ, by name, as deep as they go. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found);
        return found;
    }

    /** Whether two trees are equal; scalars compare as text, as CloudFormation does. */
    public static boolean equal(JsonNode before, JsonNode after) {
        return between(before, after).isEmpty();
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : new LinkedHashSet<>(names)) {
                compare(path.isEmpty() ? name : path + "/" + name, before.path(name), after.path(name), found);
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int index = 0; index < before.size(); index++) {
                compare(path + "/" + index, before.get(index), after.get(index), found);
            }
        } else if (!sameScalar(before, after) && !before.equals(after)) {
            found.add(new Difference(path, before, after));
        }
    }

    private static boolean sameScalar(JsonNode before, JsonNode after) {
        return before.isValueNode() && after.isValueNode() && before.asText().equals(after.asText());
    }
}
