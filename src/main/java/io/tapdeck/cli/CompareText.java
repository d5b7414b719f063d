package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.EnvironmentComparison;
import io.tapdeck.environment.comparison.ComparedSection;
import io.tapdeck.environment.comparison.ComparedValue;
import java.util.ArrayList;
import java.util.List;

/** A comparison of two environments in words, or as JSON lines. */
final class CompareText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CompareText() {}

    static List<String> lines(String left, String right, EnvironmentComparison comparison, boolean all) {
        List<String> lines = new ArrayList<>(comparison.limits());
        int differences = comparison.differences();
        lines.add(
                differences == 0
                        ? "Nothing differs between %s and %s.".formatted(left, right)
                        : "Values that differ between %s and %s: %d".formatted(left, right, differences));
        for (ComparedSection section : comparison.sections()) {
            List<ComparedValue> shown = all ? section.values() : section.differences();
            if (!shown.isEmpty()) {
                lines.add(section.title());
            }
            for (ComparedValue value : shown) {
                lines.add(
                        value.differs()
                                ? "  %s: %s in %s, %s in %s"
                                        .formatted(value.label(), value.leftWords(), left, value.rightWords(), right)
                                : "  %s: %s in both".formatted(value.label(), value.leftWords()));
            }
        }
        return lines;
    }

    /** A line for each value, and one for the whole. */
    static List<String> json(String left, String right, EnvironmentComparison comparison, boolean all) {
        List<String> lines = new ArrayList<>();
        for (ComparedSection section : comparison.sections()) {
            for (ComparedValue value : all ? section.values() : section.differences()) {
                lines.add(JSON.createObjectNode()
                        .put("section", section.title())
                        .put("key", value.key())
                        .put("label", value.label())
                        .put("left", value.left())
                        .put("right", value.right())
                        .put("differs", value.differs())
                        .toString());
            }
        }
        ObjectNode whole = JSON.createObjectNode()
                .put("left", left)
                .put("right", right)
                .put("differences", comparison.differences());
        ArrayNode limits = whole.putArray("limits");
        comparison.limits().forEach(limits::add);
        lines.add(whole.toString());
        return lines;
    }
}
