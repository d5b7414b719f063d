package io.tapdeck.monitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alarm over other alarms, as CloudWatch has it now.
 *
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param since when the state was entered
 * @param reason CloudWatch's words
 * @param rule CloudWatch's expression, such as {@code ALARM("a") AND NOT ALARM("b")}
 * @param children the alarms that the rule names, in its order, each once
 */
public record CompositeAlarm(
        String name,
        String arn,
        AlarmState.State state,
        Instant since,
        String reason,
        String rule,
        List<Child> children,
        AlarmActions actions) {
    public CompositeAlarm {
        children = List.copyOf(children);
    }

    /**
     * An alarm that a rule names.
     *
     * @param name its name in CloudWatch
     * @param state as read together with the composite alarm; null if it was not among what was read
     */
    public record Child(String name, AlarmState.@Nullable State state) {}
}
