package io.tapdeck.environment.comparison;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells two definitions apart, setting by setting and alarm by alarm. Names of environments are no difference. */
public final class DefinitionComparison {
    private DefinitionComparison() {}

    /** Everything that two definitions of one blueprint say, equal or not, in the blueprint's order. */
    public static List<ComparedSection> of(Blueprint blueprint, Draft left, Draft right) {
        List<ComparedSection> sections = new ArrayList<>();
        for (SettingSection section : blueprint.sections()) {
            sections.add(new ComparedSection(
                    section.title(),
                    section.settings().stream()
                            .map(setting -> value(setting, left, right))
                            .toList()));
        }
        List<ComparedValue> alarms = new ArrayList<>();
        blueprint.alarms().forEach(alarm -> alarms.addAll(AlarmComparison.of(alarm, left, right)));
        alarms.add(recipients(left, right));
        sections.add(new ComparedSection("Alarms", alarms));
        List<ComparedValue> unknown = unknown(blueprint, left, right);
        if (!unknown.isEmpty()) {
            sections.add(new ComparedSection("Not known to this Tapdeck", unknown));
        }
        return List.copyOf(sections);
    }

    /**
     * What definitions of two blueprints have in common: settings of the same key, words and kind, and who is told. All
     * else cannot be held against one another.
     */
    public static List<ComparedSection> shared(
            Blueprint leftBlueprint, Draft left, Blueprint rightBlueprint, Draft right) {
        List<ComparedSection> sections = new ArrayList<>();
        for (SettingSection section : leftBlueprint.sections()) {
            List<ComparedValue> values = new ArrayList<>();
            for (Setting setting : section.settings()) {
                rightBlueprint.settings().stream()
                        .filter(other -> alike(setting, other))
                        .findFirst()
                        .ifPresent(other -> values.add(value(setting, left, right)));
            }
            if (!values.isEmpty()) {
                sections.add(new ComparedSection(section.title(), values));
            }
        }
        sections.add(new ComparedSection("Alarms", List.of(recipients(left, right))));
        return List.copyOf(sections);
    }

    private static ComparedValue value(Setting setting, Draft left, Draft right) {
        String first = left.settings().getOrDefault(setting.key(), setting.defaultValue());
        String second = right.settings().getOrDefault(setting.key(), setting.defaultValue());
        return new ComparedValue(
                setting.key(),
                setting.label(),
                first,
                second,
                ComparedValue.shown(setting.words(first)),
                ComparedValue.shown(setting.words(second)));
    }

    /** Whether a value of the one means the same in the other. */
    private static boolean alike(Setting one, Setting other) {
        if (!one.key().equals(other.key()) || !one.label().equals(other.label())) {
            return false;
        }
        return switch (one) {
            case Setting.Quantity quantity ->
                other instanceof Setting.Quantity second && second.unit().equals(quantity.unit());
            case Setting.Choice choice ->
                other instanceof Setting.Choice second && options(second).equals(options(choice));
            case Setting.Toggle _ -> other instanceof Setting.Toggle;
            case Setting.Name _ -> other instanceof Setting.Name;
            case Setting.Network _ -> other instanceof Setting.Network;
        };
    }

    private static List<String> options(Setting.Choice choice) {
        return choice.options().stream()
                .map(option -> option.value() + " " + option.label())
                .toList();
    }

    /** Whoever is told first is told no more than the others: the order is no difference. */
    private static ComparedValue recipients(Draft left, Draft right) {
        String first = String.join(", ", new TreeSet<>(left.recipients()));
        String second = String.join(", ", new TreeSet<>(right.recipients()));
        return new ComparedValue("recipients", "Who is told", first, second, told(first), told(second));
    }

    private static String told(String recipients) {
        return recipients.isEmpty() ? "nobody" : recipients;
    }

    /** Settings of a blueprint that is newer than this one, by their keys. */
    private static List<ComparedValue> unknown(Blueprint blueprint, Draft left, Draft right) {
        TreeSet<String> keys = new TreeSet<>(left.settings().keySet());
        keys.addAll(right.settings().keySet());
        blueprint.settings().forEach(setting -> keys.remove(setting.key()));
        return keys.stream()
                .map(key -> ComparedValue.of(
                        key, key, left.settings().get(key), right.settings().get(key)))
                .toList();
    }
}
