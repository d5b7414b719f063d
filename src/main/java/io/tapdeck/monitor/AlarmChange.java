package io.tapdeck.monitor;

/**
 * An alarm went on that was not on when it was read the time before.
 *
 * @param stackName the {@link Watched#stackName} of its environment
 * @param alarm as it is now; {@link AlarmState#since} says when it went on
 */
public record AlarmChange(String stackName, AlarmState alarm) {}
