package io.tapdeck.deploy;

import java.time.Duration;
import java.util.List;

/**
 * The alarms that roll a stack's update back when they ring, during it and for a while after its last resource
 * (CloudFormation user guide, "Roll back your CloudFormation stack on alarm breach"). An update says every time which
 * they are, since those of an earlier update would persist.
 *
 * @param watchTime how long they are watched after the last resource, 0 to 180 minutes
 * @param alarms whose ringing rolls back, at most five; none where nothing is watched
 * @param leftOut which of the stack's alarms are not among them, and why
 * @param dropped names of alarms that an earlier update watched and this one does not
 */
public record RollbackTriggers(Duration watchTime, List<Alarm> alarms, List<LeftOut> leftOut, List<String> dropped) {
    /** The longest watch time (API reference, RollbackConfiguration). */
    public static final Duration LONGEST = Duration.ofHours(3);

    /** The most alarms (API reference, RollbackConfiguration). */
    public static final int MOST = 5;

    /** Nothing is watched and nothing was. */
    public static final RollbackTriggers NONE = new RollbackTriggers(Duration.ZERO, List.of(), List.of(), List.of());

    public RollbackTriggers {
        if (watchTime.isNegative() || watchTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("watch time " + watchTime);
        }
        alarms = List.copyOf(alarms);
        leftOut = List.copyOf(leftOut);
        dropped = List.copyOf(dropped);
    }

    /**
     * An alarm that is watched.
     *
     * @param type {@code AWS::CloudWatch::Alarm} or {@code AWS::CloudWatch::CompositeAlarm}
     */
    public record Alarm(String logicalId, String name, String arn, String type) {}

    /**
     * An alarm that is not watched.
     *
     * @param reason a sentence without its subject, such as {@code is in ALARM now and would roll back at once}
     * @param rings whether it is in ALARM now
     */
    public record LeftOut(String name, String reason, boolean rings) {}

    /** Whether anything is watched. */
    public boolean watches() {
        return !alarms.isEmpty();
    }
}
