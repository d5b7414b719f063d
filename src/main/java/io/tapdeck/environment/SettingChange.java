package io.tapdeck.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * A setting that an edit of a running environment changes.
 *
 * @param before the value that runs
 * @param after the value that is wanted; never equal to {@code before}
 */
public record SettingChange(Setting setting, String before, String after) {

    /** The settings in which two definitions of one blueprint differ, in the blueprint's order. */
    public static List<SettingChange> between(
            Blueprint blueprint, EnvironmentDefinition running, EnvironmentDefinition wanted) {
        List<SettingChange> changes = new ArrayList<>();
        for (Setting setting : blueprint.settings()) {
            String before = running.settings().getOrDefault(setting.key(), setting.defaultValue());
            String after = wanted.text(setting.key());
            if (!before.equals(after)) {
                changes.add(new SettingChange(setting, before, after));
            }
        }
        return changes;
    }

    /**
     * Why the environment that runs cannot become the wanted one: a setting that is fixed after creation, or a rule of the
     * blueprint ({@link Blueprint#changeProblems}). Every problem at once, each with the value that mends it.
     */
    public static List<Problem> problems(
            Blueprint blueprint, EnvironmentDefinition running, EnvironmentDefinition wanted) {
        List<Problem> problems = new ArrayList<>();
        for (SettingChange change : between(blueprint, running, wanted)) {
            if (change.setting().mutability() == Mutability.FIXED) {
                problems.add(change.putBack("%s is fixed after creation; %s runs with %s."
                        .formatted(change.setting().label(), running.suffix(), shown(change.before()))));
            }
        }
        problems.addAll(blueprint.changeProblems(running, wanted));
        return problems;
    }

    /** A problem of this setting that the running value mends. */
    public Problem putBack(String message) {
        return new Problem(setting.key(), message, new Problem.Fix("Put back " + shown(before), setting.key(), before));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
