package io.tapdeck.monitor;

import java.util.List;

/**
 * One environment in a list.
 *
 * @param alarms in the blueprint's order
 * @param line the first chart's points over the last 24 hours, oldest first
 */
public record Glance(List<AlarmState> alarms, Series line) {
    public Glance {
        alarms = List.copyOf(alarms);
    }
}
