package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A series in two arrays, oldest first: 16 bytes a point, and quick to look through. Immutable to its readers; what grows
 * from it shares its arrays, so that a new point costs a point.
 */
public final class Samples {
    private final Series series;
    private final Storage storage;
    private final int size;
    /** The usual case, in which no stretch has to be looked for. */
    private final boolean onePeriod;

    private Samples(Series series, Storage storage, int size) {
        this.series = new Series(series.chartId(), series.label(), series.period(), List.of(), series.stretches());
        this.storage = storage;
        this.size = size;
        this.onePeriod =
                series.stretches().stream().allMatch(stretch -> stretch.period().equals(series.period()));
    }

    /** What shares one pair of arrays: {@code used} of them belong to somebody. */
    private static final class Storage {
        private long[] times;
        private double[] values;
        private int used;

        Storage(int room) {
            times = new long[room];
            values = new double[room];
        }

        void add(List<Point> points) {
            int need = used + points.size();
            if (need > times.length) {
                int room = Math.max(need, times.length + times.length / 2);
                times = java.util.Arrays.copyOf(times, room);
                values = java.util.Arrays.copyOf(values, room);
            }
            for (Point point : points) {
                times[used] = point.at().toEpochMilli();
                values[used++] = point.value();
            }
        }
    }

    /** The points of a series. */
    public static Samples of(Series series) {
        Storage storage = new Storage(series.points().size());
        storage.add(series.points());
        return new Samples(series, storage, storage.used);
    }

    /**
     * The points of a series that may be this one with newer points: then only those are read, and what was dropped at
     * the old end is kept, as long as it is less than what is left.
     */
    public Samples growTo(Series series) {
        List<Point> points = series.points();
        if (points.isEmpty() || size == 0 || !series.period().equals(period()) || storage.used != size) {
            return of(series);
        }
        int dropped = after(points.getFirst().at().toEpochMilli() - 1);
        int common = size - dropped;
        if (common <= dropped || common > points.size() || !same(points, dropped)) {
            return of(series);
        }
        storage.add(points.subList(common, points.size()));
        return new Samples(series, storage, storage.used);
    }

    private boolean same(List<Point> points, int from) {
        for (int index = from; index < size; index++) {
            Point point = points.get(index - from);
            if (point.at().toEpochMilli() != time(index) || point.value() != value(index)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is {@code older} with points behind it. */
    boolean continues(Samples older) {
        return storage == older.storage && size >= older.size;
    }

    /** Between points, as wished. */
    public Duration period() {
        return series.period();
    }

    /** From a point to the next; another than wished where CloudWatch has only coarser ones. */
    Duration period(int index) {
        return onePeriod ? period() : series.periodAt(at(index));
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** The time of a point, in milliseconds since 1970 UTC. */
    public long time(int index) {
        return storage.times[index];
    }

    /** The time of a point. */
    public Instant at(int index) {
        return Instant.ofEpochMilli(time(index));
    }

    /** The value of a point. */
    public double value(int index) {
        return storage.values[index];
    }

    /** The first point later than a time; {@link #size} if there is none. */
    public int after(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The point nearest to a time, no further than a period away. */
    public OptionalInt nearest(Instant time) {
        long at = time.toEpochMilli();
        int after = after(at);
        int best = after == size || (after > 0 && at - time(after - 1) <= time(after) - at) ? after - 1 : after;
        return best >= 0 && Math.abs(time(best) - at) <= period(best).toMillis()
                ? OptionalInt.of(best)
                : OptionalInt.empty();
    }

    /**
     * Whether a period is missing before a point. A point may come a little late within its period; one and a half
     * periods without one is a missing period.
     */
    boolean gapBefore(int index) {
        return index == 0 || time(index) - time(index - 1) > period(index - 1).toMillis() * 3 / 2;
    }
}
