package io.tapdeck.desk.watch.chart;

import org.jspecify.annotations.Nullable;

/** A series as a chart draws it: keeps the columns it had, so that only a zoom or other data cuts them anew. */
final class Trace {
    private Samples samples;
    private @Nullable Columns columns;

    Trace(Samples samples) {
        this.samples = samples;
    }

    void show(Samples newer) {
        samples = newer;
    }

    Samples samples() {
        return samples;
    }

    /** The columns of a width in milliseconds. */
    Columns columns(double width) {
        Columns known = columns;
        if (known == null || !known.serve(samples, width)) {
            known = new Columns(samples, width);
            columns = known;
        } else {
            known.follow(samples);
        }
        return known;
    }
}
