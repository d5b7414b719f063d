package io.tapdeck.environment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A valid description of one environment: what {@link Validation} lets through, and all that the worker needs.
 *
 * @param blueprint a {@link Blueprint#id}
 * @param preset the {@link Preset#id} that filled the draft; kept for display, it has no further effect
 * @param suffix the environment's name
 * @param settings a canonical value for every setting of the blueprint
 * @param alarms one rule for every alarm of the blueprint, in its order
 * @param recipients e-mail addresses that alarms are sent to
 */
public record EnvironmentDefinition(
        String blueprint,
        String preset,
        Suffix suffix,
        SortedMap<String, String> settings,
        List<AlarmRule> alarms,
        List<String> recipients) {

    public EnvironmentDefinition {
        settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        alarms = List.copyOf(alarms);
        recipients = List.copyOf(recipients);
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException if the definition has none of that key
     */
    public String text(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + key);
        }
        return value;
    }

    /** {@link #text} as a number. */
    public BigDecimal number(String key) {
        return new BigDecimal(text(key));
    }

    /** {@link #text} of a toggle. */
    public boolean isOn(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** The rule of one alarm, if the definition has it. */
    public Optional<AlarmRule> alarm(String id) {
        return alarms.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The one stack's name; a blueprint of several stacks appends to it. */
    public String stackName() {
        return "tapdeck-" + blueprint + "-" + suffix;
    }

    /** The draft that would become this definition. */
    public Draft toDraft() {
        return new Draft(
                blueprint,
                preset,
                suffix.value(),
                settings,
                alarms.stream().map(AlarmDraft::of).toList(),
                recipients);
    }
}
