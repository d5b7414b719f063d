package io.tapdeck.monitor;

import java.time.Duration;

/** How often to ask, by who could see the answer. CloudWatch has one value a minute at best, and counts every call. */
public enum RefreshInterval {
    /** Somebody is there. */
    SHOWN(Duration.ofMinutes(1), "Refreshes every minute."),
    /** The window is open, and nobody has touched it for {@link #IDLE_AFTER}. */
    IDLE(Duration.ofMinutes(5), "Nobody is here: refreshes every 5 minutes."),
    /** The window is put away; alarms that go on are still told. */
    MINIMIZED(Duration.ofMinutes(5), "Minimized: refreshes every 5 minutes.");

    /** Without a key or the mouse for so long, nobody is there. */
    public static final Duration IDLE_AFTER = Duration.ofMinutes(10);

    private final Duration interval;
    private final String words;

    RefreshInterval(Duration interval, String words) {
        this.interval = interval;
        this.words = words;
    }

    /**
     * Which one holds.
     *
     * @param minimized whether the window is put away
     * @param untouched since the last key or mouse, by the computer's clock
     */
    public static RefreshInterval of(boolean minimized, Duration untouched) {
        return minimized ? MINIMIZED : untouched.compareTo(IDLE_AFTER) >= 0 ? IDLE : SHOWN;
    }

    /** From one question to the next, by the endpoint's clock. */
    public Duration interval() {
        return interval;
    }

    /** What a page says about it. */
    public String words() {
        return words;
    }
}
