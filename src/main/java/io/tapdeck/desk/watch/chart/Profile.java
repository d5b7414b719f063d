package io.tapdeck.desk.watch.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Where a line goes within each column of pixels of a plot: from its highest to its lowest place. A canvas that is
 * rendered in software fills rectangles some twenty times as fast as it strokes a path.
 */
final class Profile {
    private final double[] top;
    private final double[] bottom;

    private Profile(int width) {
        top = new double[width];
        bottom = new double[width];
        Arrays.fill(top, Double.NaN);
        Arrays.fill(bottom, Double.NaN);
    }

    /** The profile of what is in sight. Points without a neighbour are not in it. */
    static Profile of(Trace trace, Plot plot, List<Run> runs) {
        Profile profile = new Profile((int) Math.ceil(plot.width()));
        if (trace.dense(plot.time())) {
            profile.addColumns(trace, plot);
        } else {
            for (Run run : runs) {
                profile.addRun(trace.samples(), plot, run);
            }
        }
        return profile;
    }

    /** How many columns there are. */
    int width() {
        return top.length;
    }

    /** Whether the line is in a column. */
    boolean has(int x) {
        return !Double.isNaN(top[x]);
    }

    /** The upper end in a column, in pixels of the canvas. */
    double top(int x) {
        return top[x];
    }

    /** The lower end in a column. */
    double bottom(int x) {
        return bottom[x];
    }

    private void add(int x, double one, double other) {
        if (x >= 0 && x < top.length) {
            double high = Math.min(one, other);
            double low = Math.max(one, other);
            bottom[x] = has(x) ? Math.max(bottom[x], low) : low;
            top[x] = has(x) ? Math.min(top[x], high) : high;
        }
    }

    private void addRun(Samples samples, Plot plot, Run run) {
        for (int point = run.first() + 1; point < run.end(); point++) {
            double x0 = plot.time().x(samples.time(point - 1));
            double x1 = plot.time().x(samples.time(point));
            double y0 = plot.y(samples.value(point - 1));
            double y1 = plot.y(samples.value(point));
            double slope = (y1 - y0) / Math.max(1e-9, x1 - x0);
            int last = (int) Math.min(Math.floor(x1), top.length - 1.0);
            for (int x = (int) Math.max(0, Math.floor(x0)); x <= last; x++) {
                double from = Math.max(x, x0);
                double to = Math.min(x + 1.0, x1);
                add(x, y0 + slope * (from - x0), y0 + slope * (to - x0));
            }
        }
    }

    /** Columns reach to where the one before them ended, so that a steep line has no holes. */
    private void addColumns(Trace trace, Plot plot) {
        Columns columns = trace.columns(plot.time().millisPerPixel());
        long start = plot.time().start().toEpochMilli();
        int from = columns.from(start);
        for (int column = from; column < columns.size(); column++) {
            int x = columns.x(column, start);
            if (x >= top.length) {
                return;
            }
            add(x, plot.y(columns.most(column)), plot.y(columns.least(column)));
            if (column > from && !columns.begins(column)) {
                double before = plot.y(columns.last(column - 1));
                for (int between = columns.x(column - 1, start) + 1; between <= x; between++) {
                    add(between, before, before);
                }
            }
        }
    }
}
