package io.tapdeck.monitor;

import java.util.List;

/**
 * One environment in a list.
 *
 * @param alarms in the blueprint's order
 * @param line the first chart's points over the last 24 hours, oldest first
 * @param composites the alarms over alarms of this environment, by name; those only that were read on the way, whose
 *     name begins as our stacks' names do
 */
public record Glance(List<AlarmState> alarms, Series line, List<CompositeAlarm> composites) {
    public Glance {
        alarms = List.copyOf(alarms);
        composites = List.copyOf(composites);
    }

    /** An environment without composite alarms. */
    public Glance(List<AlarmState> alarms, Series line) {
        this(alarms, line, List.of());
    }
}
