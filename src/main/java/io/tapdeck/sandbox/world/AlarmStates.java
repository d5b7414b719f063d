package io.tapdeck.sandbox.world;

import java.time.Instant;
import java.util.Optional;

/** What CloudWatch tells other services of its alarms. */
@FunctionalInterface
public interface AlarmStates {

    /**
     * The state of an alarm at a time.
     *
     * @param arn of the alarm
     * @param at in endpoint time, not before the last time asked for
     * @return such as {@code ALARM}; empty when there is no such alarm
     */
    Optional<String> stateOf(String arn, Instant at);
}
