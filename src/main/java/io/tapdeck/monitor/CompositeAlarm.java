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
 * @param suppressed whether its actions are suppressed now, by its suppressor or while it waits for it
 */
public record CompositeAlarm(
        String name,
        String arn,
        AlarmState.State state,
        Instant since,
        String reason,
        String rule,
        List<Child> children,
        AlarmActions actions,
        boolean suppressed) {
    public CompositeAlarm {
        children = List.copyOf(children);
    }

    /** One whose actions nothing suppresses. */
    public CompositeAlarm(
            String name,
            String arn,
            AlarmState.State state,
            Instant since,
            String reason,
            String rule,
            List<Child> children,
            AlarmActions actions) {
        this(name, arn, state, since, reason, rule, children, actions, false);
    }

    /** Whether it is over an alarm and its actions are suppressed: what its children say is expected now. */
    boolean suppresses(String alarmName) {
        return suppressed && children.stream().anyMatch(child -> child.name().equals(alarmName));
    }

    /**
     * An alarm that a rule names.
     *
     * @param name its name in CloudWatch
     * @param state as read together with the composite alarm; null if it was not among what was read
     */
    public record Child(String name, AlarmState.@Nullable State state) {}
}
