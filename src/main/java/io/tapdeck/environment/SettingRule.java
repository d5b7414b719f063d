package io.tapdeck.environment;

import java.util.List;
import java.util.function.Function;

/**
 * A rule that involves several fields. It is judged as soon as each of them by itself is valid, whatever is wrong elsewhere,
 * so that every problem is told at once.
 *
 * @param fields what it reads: setting keys, and {@code alarm.<id>} for alarms
 * @param check finds the problems; the definition that it is given has those fields, others may be absent
 */
public record SettingRule(List<String> fields, Function<EnvironmentDefinition, List<Problem>> check) {
    public SettingRule {
        fields = List.copyOf(fields);
    }

    /** What is wrong, or nothing while one of the fields is not valid by itself. */
    List<Problem> problems(EnvironmentDefinition definition) {
        boolean known = fields.stream()
                .allMatch(field -> field.startsWith("alarm.")
                        ? definition.alarm(field.substring("alarm.".length())).isPresent()
                        : definition.settings().containsKey(field));
        return known ? check.apply(definition) : List.of();
    }
}
