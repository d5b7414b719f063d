package io.tapdeck.desk.common;

import java.time.Duration;

/**
 * How often AWS is read, by what is going on at the desk: nobody sees a window that is minimized, and nobody needs the
 * newest minute who has not touched the desk for a while.
 *
 * @param interval between two readings
 * @param words for the status bar where it is slower than usual, else empty
 */
public record RefreshPace(Duration interval, String words) {
    /** Without input for so long the desk counts as idle. */
    public static final Duration IDLE_AFTER = Duration.ofMinutes(5);

    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration WHILE_BUSY = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMinutes(2);

    /**
     * The pace now.
     *
     * @param busy whether a stack changes
     * @param sinceInput how long ago a key was pressed or the mouse moved
     */
    public static RefreshPace of(boolean busy, boolean minimized, Duration sinceInput) {
        boolean idle = sinceInput.compareTo(IDLE_AFTER) >= 0;
        if (!minimized && !idle) {
            return new RefreshPace(busy ? WHILE_BUSY : USUAL, "");
        }
        String why = minimized ? " while minimized" : " while idle";
        return busy ? new RefreshPace(USUAL, "every minute" + why) : new RefreshPace(SLOW, "every 2 minutes" + why);
    }
}
