package io.tapdeck.desk.common;

import java.time.Duration;

/**
 * Whether somebody is at the desk: what reads AWS again and again does so less often while nobody is. By the local clock. For
 * the JavaFX thread only.
 */
public final class Presence {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Background.Repeating ticking;
    private boolean minimized;
    private Duration sinceInput = Duration.ZERO;

    /** Somebody has just come. */
    public Presence(Background background) {
        ticking = background.every(TICK, () -> sinceInput = sinceInput.plus(TICK));
    }

    /** A key was pressed or the mouse moved. */
    public void used() {
        sinceInput = Duration.ZERO;
    }

    /** Nobody sees the desk, or somebody does again. */
    public void minimized(boolean now) {
        minimized = now;
        used();
    }

    /**
     * How often AWS is read now.
     *
     * @param busy whether a stack changes
     */
    public RefreshPace pace(boolean busy) {
        return RefreshPace.of(busy, minimized, sinceInput);
    }

    /** Counts no more. */
    public void close() {
        ticking.close();
    }
}
