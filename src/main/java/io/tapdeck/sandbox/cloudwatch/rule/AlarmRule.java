package io.tapdeck.sandbox.cloudwatch.rule;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The expression of a composite alarm (API reference, "PutCompositeAlarm", AlarmRule). */
public sealed interface AlarmRule {

    /** TRUE or FALSE. */
    record Constant(boolean value) implements AlarmRule {}

    /**
     * Whether an alarm is in a state.
     *
     * @param alarm its name or ARN
     */
    record InState(StateValue state, String alarm) implements AlarmRule {}

    /** The opposite. */
    record Not(AlarmRule rule) implements AlarmRule {}

    /** Both of two. */
    record And(AlarmRule left, AlarmRule right) implements AlarmRule {}

    /** One of two, or both. */
    record Or(AlarmRule left, AlarmRule right) implements AlarmRule {}

    /**
     * Reads a rule.
     *
     * @throws AlarmRuleException if it is none
     */
    static AlarmRule parse(String text) throws AlarmRuleException {
        return AlarmRuleParser.parse(text);
    }

    /**
     * Whether it holds; an alarm that is not there is in no state.
     *
     * @param states of alarms, by the name or ARN that the rule uses
     */
    default boolean holds(Function<String, Optional<StateValue>> states) {
        return switch (this) {
            case Constant constant -> constant.value;
            case InState one ->
                states.apply(one.alarm).filter(state -> state == one.state).isPresent();
            case Not not -> !not.rule.holds(states);
            case And and -> and.left.holds(states) && and.right.holds(states);
            case Or or -> or.left.holds(states) || or.right.holds(states);
        };
    }

    /** The names or ARNs of the alarms that it looks at, as it uses them. */
    default Set<String> alarms() {
        return switch (this) {
            case Constant _ -> Set.of();
            case InState one -> Set.of(one.alarm);
            case Not not -> not.rule.alarms();
            case And and -> both(and.left, and.right);
            case Or or -> both(or.left, or.right);
        };
    }

    private static Set<String> both(AlarmRule left, AlarmRule right) {
        Set<String> alarms = new TreeSet<>(left.alarms());
        alarms.addAll(right.alarms());
        return alarms;
    }
}
