package io.tapdeck.desk.watch.chart;

import org.jspecify.annotations.Nullable;

/** A series as a chart draws it: keeps the columns it had, so that only a zoom or other data cuts them anew. */
final class Trace {
    /** More points than this to a pixel are painted as columns. */
    private static final double DENSE = 3;

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

    /** Whether a scale has so many points that they are looked at by column. */
    boolean dense(TimeScale scale) {
        return last(scale) - first(scale) > scale.width() * DENSE;
    }

    private int first(TimeScale scale) {
        return samples.after(scale.start().toEpochMilli() - 1);
    }

    private int last(TimeScale scale) {
        return samples.after(scale.end().toEpochMilli());
    }

    /** The greatest value in sight; 0 without points. */
    double most(TimeScale scale) {
        double most = 0;
        if (dense(scale)) {
            Columns cut = columns(scale.millisPerPixel());
            int end = cut.from(scale.end().toEpochMilli());
            for (int column = cut.from(scale.start().toEpochMilli()); column < end; column++) {
                most = Math.max(most, cut.most(column));
            }
            return most;
        }
        for (int point = first(scale); point < last(scale); point++) {
            most = Math.max(most, samples.value(point));
        }
        return most;
    }

    /** Whether data is between two values in a part of a scale. */
    boolean meets(TimeScale scale, double fromX, double toX, double low, double high) {
        long from = scale.at(fromX).toEpochMilli();
        long to = scale.at(toX).toEpochMilli();
        if (dense(scale)) {
            Columns cut = columns(scale.millisPerPixel());
            int end = cut.from(to);
            for (int column = cut.from(from); column < end; column++) {
                if (cut.most(column) > low && cut.least(column) < high) {
                    return true;
                }
            }
            return false;
        }
        int end = samples.after(to);
        for (int point = samples.after(from - 1); point < end; point++) {
            if (samples.value(point) > low && samples.value(point) < high) {
                return true;
            }
        }
        return false;
    }
}
