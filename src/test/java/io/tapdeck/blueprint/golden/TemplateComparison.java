package io.tapdeck.blueprint.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares two templates value by value, up to a one-to-one renaming of logical ids. */
final class TemplateComparison {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

    /**
     * One value that differs.
     *
     * @param path keys and indices from the top of the expected template, joined by {@code /}; {@code +n} is the n-th
     *     element of the other template where the expected one has none
     * @param expected null if only the other template has a value there
     * @param other null if only the expected template has a value there
     */
    record Difference(
            String path,
            @Nullable JsonNode expected,
            @Nullable JsonNode other) {}

    private final List<Difference> differences = new ArrayList<>();

    private TemplateComparison() {}

    /** Every difference, in the order of the expected template. */
    static List<Difference> of(JsonNode expected, JsonNode other) {
        Map<String, String> names = new LogicalIds(expected.path("Resources"), other.path("Resources")).renaming();
        TemplateComparison comparison = new TemplateComparison();
        comparison.compare("", expected, renamed(other, id -> names.getOrDefault(id, id)));
        return comparison.differences;
    }

    /** The same template with other logical ids, wherever one is declared or referred to. */
    static JsonNode renamed(JsonNode template, UnaryOperator<String> name) {
        ObjectNode copy = template.deepCopy();
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        copy.path("Resources")
                .properties()
                .forEach(resource -> resources.set(name.apply(resource.getKey()), resource.getValue()));
        copy.set("Resources", resources);
        renameReferences(copy, name);
        return copy;
    }

    private static void renameReferences(JsonNode node, UnaryOperator<String> name) {
        if (node instanceof ObjectNode object) {
            if (object.path("Ref").isTextual()) {
                object.put("Ref", name.apply(object.path("Ref").asText()));
            }
            if (object.path("Fn::GetAtt") instanceof ArrayNode attribute) {
                attribute.set(0, name.apply(attribute.path(0).asText()));
            }
            if (object.path("Fn::Sub").isTextual()) {
                Matcher matcher = SUBSTITUTION.matcher(object.path("Fn::Sub").asText());
                object.put("Fn::Sub", matcher.replaceAll(match -> "\\${" + name.apply(match.group(1)) + "}"));
            }
            if (object.path("DependsOn") instanceof ArrayNode dependencies) {
                for (int i = 0; i < dependencies.size(); i++) {
                    dependencies.set(i, name.apply(dependencies.path(i).asText()));
                }
            }
        }
        node.forEach(child -> renameReferences(child, name));
    }

    private void compare(String path, @Nullable JsonNode expected, @Nullable JsonNode other) {
        if (expected == null || other == null) {
            differences.add(new Difference(path, expected, other));
        } else if (expected instanceof ObjectNode object && other instanceof ObjectNode otherObject) {
            Map<String, JsonNode> rest = new LinkedHashMap<>();
            otherObject.properties().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
            object.properties()
                    .forEach(entry ->
                            compare(child(path, entry.getKey()), entry.getValue(), rest.remove(entry.getKey())));
            rest.forEach((key, value) -> compare(child(path, key), null, value));
        } else if (expected instanceof ArrayNode array && other instanceof ArrayNode otherArray) {
            compareArrays(path, array, otherArray);
        } else if (!sameValue(expected, other)) {
            differences.add(new Difference(path, expected, other));
        }
    }

    /** Elements that both have keep their order; what stands between two of them is compared one by one. */
    private void compareArrays(String path, ArrayNode expected, ArrayNode other) {
        List<int[]> common = commonElements(expected, other);
        common.add(new int[] {expected.size(), other.size()});
        int i = 0;
        int j = 0;
        for (int[] next : common) {
            for (; i < next[0] && j < next[1]; i++, j++) {
                compare(child(path, Integer.toString(i)), expected.get(i), other.get(j));
            }
            for (; i < next[0]; i++) {
                compare(child(path, Integer.toString(i)), expected.get(i), null);
            }
            for (; j < next[1]; j++) {
                compare(child(path, "+" + j), null, other.get(j));
            }
            i = next[0] + 1;
            j = next[1] + 1;
        }
    }

    /** A longest common subsequence, as pairs of indices. */
    private static List<int[]> commonElements(ArrayNode a, ArrayNode b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int m = a.size() - 1; m >= 0; m--) {
            for (int n = b.size() - 1; n >= 0; n--) {
                length[m][n] = a.get(m).equals(b.get(n))
                        ? (length[m + 1][n + 1] + 1)
                        : Math.max(length[m + 1][n], length[m][n + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                pairs.add(new int[] {i++, j++});
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static boolean sameValue(JsonNode a, JsonNode b) {
        boolean numbers = a.isNumber() && b.isNumber();
        return numbers ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    /** Every leaf of a value with its path, references replaced by {@code name} of their target. */
    static Map<String, String> leaves(JsonNode value, UnaryOperator<String> name) {
        Map<String, String> leaves = new LinkedHashMap<>();
        JsonNode copy = value.deepCopy();
        renameReferences(copy, name);
        collect("", copy, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isValueNode()) {
            leaves.put(path, node.asText());
        } else if (node.isArray()) {
            Iterator<JsonNode> elements = node.elements();
            for (int i = 0; elements.hasNext(); i++) {
                collect(child(path, Integer.toString(i)), elements.next(), leaves);
            }
        } else {
            node.properties().forEach(entry -> collect(child(path, entry.getKey()), entry.getValue(), leaves));
        }
    }
}
