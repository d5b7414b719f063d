package io.tapdeck.monitor;

/**
 * An alarm went on that was not on when it was read the time before; it may have ended since.
 *
 * @param stackName the {@link Watched#stackName} of its environment
 * @param alarm as it is now
 * @param ring when it went on and why, and when it ended
 * @param hushed whether CloudWatch itself keeps quiet about it: its actions are off, or the actions of a composite alarm
 *     over it are suppressed now (user guide, "Composite alarm actions suppression")
 */
public record AlarmChange(String stackName, AlarmState alarm, AlarmRing ring, boolean hushed) {}
