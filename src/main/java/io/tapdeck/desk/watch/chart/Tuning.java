package io.tapdeck.desk.watch.chart;

import org.jspecify.annotations.Nullable;

/** The threshold that is being tried on a chart, beside the one that the alarm has. */
final class Tuning {
    private final Runnable changed;
    private @Nullable ThresholdDrag drag;
    private double own = Double.NaN;
    private double proposed = Double.NaN;

    /**
     * Nothing is tried.
     *
     * @param changed hears that another value is
     */
    Tuning(Runnable changed) {
        this.changed = changed;
    }

    void allow(@Nullable ThresholdDrag allowed) {
        drag = allowed;
        proposed = Double.NaN;
        changed.run();
    }

    /** The alarm has this threshold; {@link Double#NaN} for none. */
    void own(double threshold) {
        own = threshold;
    }

    /** Whether it can be moved. */
    boolean possible() {
        return drag != null && !Double.isNaN(own);
    }

    /** Whether another value than the alarm's is tried. */
    boolean moved() {
        return possible() && !Double.isNaN(proposed) && proposed != own;
    }

    /** The value on the line now. */
    double value() {
        return moved() ? proposed : own;
    }

    /** Shows a value that was chosen elsewhere, without telling it; {@link Double#NaN} puts it back. */
    void propose(double value) {
        proposed = value;
        changed.run();
    }

    /** Moves the line to the nearest value that is allowed. */
    void moveTo(double value) {
        ThresholdDrag allowed = drag;
        if (allowed == null) {
            return;
        }
        double rounded = allowed.round(value);
        if (rounded != value()) {
            propose(rounded);
            allowed.moving().accept(rounded);
        }
    }

    /** Moves the line by steps, and lets go. */
    void step(int steps) {
        ThresholdDrag allowed = drag;
        if (allowed != null && possible()) {
            moveTo(value() + steps * allowed.step());
            release();
        }
    }

    /** The mouse lets the line go. */
    void drop() {
        ThresholdDrag allowed = drag;
        if (allowed != null) {
            release();
            allowed.dropped().run();
        }
    }

    private void release() {
        if (drag != null) {
            drag.released().accept(value());
        }
    }
}
