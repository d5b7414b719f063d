package io.tapdeck.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has seen that an alarm is on. Known on this computer only; ends by itself when the alarm goes OK.
 *
 * @param alarmName its name in CloudWatch
 * @param at when, by the endpoint's clock
 * @param who ARN of who acknowledged it
 * @param note what they wrote; may be empty
 * @param endedAt when the alarm went OK; null while it is on
 */
public record Acknowledgement(
        String alarmArn,
        String alarmName,
        Instant at,
        String who,
        String note,
        @Nullable Instant endedAt) {
    /** Whether the alarm is still on. */
    public boolean current() {
        return endedAt == null;
    }
}
