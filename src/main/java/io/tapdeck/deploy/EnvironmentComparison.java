package io.tapdeck.deploy;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.comparison.ComparedSection;
import io.tapdeck.environment.comparison.ComparedValue;
import io.tapdeck.environment.comparison.DefinitionComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two environments side by side: their stacks, and their definitions as far as these can be held against one another.
 *
 * @param sections everything that was compared, equal or not; what Tapdeck's own names and times say is left out
 * @param limits what was not compared and why, each a sentence; empty where everything was
 */
public record EnvironmentComparison(List<ComparedSection> sections, List<String> limits) {
    public EnvironmentComparison {
        sections = List.copyOf(sections);
        limits = List.copyOf(limits);
    }

    /**
     * Compares.
     *
     * @param blueprints whose words are used
     */
    public static EnvironmentComparison of(
            Blueprints blueprints, DescribedEnvironment left, DescribedEnvironment right) {
        List<ComparedSection> sections = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        sections.add(stacks(left.deployed(), right.deployed()));
        for (DescribedEnvironment side : List.of(left, right)) {
            if (!side.problem().isEmpty()) {
                limits.add(side.problem());
            }
        }
        Draft first = left.definition();
        Draft second = right.definition();
        if (first != null && second != null) {
            definitions(blueprints, first, second, sections, limits);
        }
        return new EnvironmentComparison(sections, limits);
    }

    /** In how many values the two differ. */
    public int differences() {
        return sections.stream()
                .mapToInt(section -> section.differences().size())
                .sum();
    }

    private static void definitions(
            Blueprints blueprints, Draft first, Draft second, List<ComparedSection> sections, List<String> limits) {
        Optional<Blueprint> left = blueprints.find(first.blueprint());
        Optional<Blueprint> right = blueprints.find(second.blueprint());
        if (left.isEmpty() || right.isEmpty()) {
            String unknown = left.isEmpty() ? first.blueprint() : second.blueprint();
            limits.add("This Tapdeck does not know the blueprint %s. Use a newer one to compare definitions."
                    .formatted(unknown));
        } else if (first.blueprint().equals(second.blueprint())) {
            sections.addAll(DefinitionComparison.of(left.get(), first, second));
        } else {
            List<ComparedSection> shared = DefinitionComparison.shared(left.get(), first, right.get(), second);
            sections.addAll(shared);
            limits.add("%s is made of %s and %s of %s. Only what means the same in both is compared."
                    .formatted(
                            first.suffix(),
                            left.get().title(),
                            second.suffix(),
                            right.get().title()));
        }
    }

    private static ComparedSection stacks(DeployedEnvironment left, DeployedEnvironment right) {
        List<ComparedValue> values = new ArrayList<>();
        // Whether it was created or changed last is no difference; whether it is up is one.
        values.add(new ComparedValue(
                "stack.state",
                "State",
                left.status().meaning().name(),
                right.status().meaning().name(),
                left.status().sentence(),
                right.status().sentence()));
        values.add(new ComparedValue(
                "stack.terminationProtection",
                "Termination protection",
                Boolean.toString(left.terminationProtection()),
                Boolean.toString(right.terminationProtection()),
                left.terminationProtection() ? "on" : "off",
                right.terminationProtection() ? "on" : "off"));
        SortedSet<String> keys = new TreeSet<>(left.tags().keySet());
        keys.addAll(right.tags().keySet());
        for (String key : keys) {
            values.add(ComparedValue.of(
                    "tags." + key,
                    "Tag " + key,
                    left.tags().get(key),
                    right.tags().get(key)));
        }
        return new ComparedSection("Stack", values);
    }
}
